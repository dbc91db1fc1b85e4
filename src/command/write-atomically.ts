import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

/** Writes text piece by piece to a file that is there when all is written or not at all; to standard output when no file is named. */
export function writeAtomically(path: string | undefined, pieces: Iterable<string | Uint8Array>): void {
  if (path === undefined) {
    writeTo(1, pieces)
    return
  }
  const partial = `${path}.${process.pid}.tmp`
  const remove = () => rmSync(partial, { force: true })
  const interrupted = () => {
    remove()
    process.exit(130)
  }
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  try {
    const file = openSync(partial, 'w')
    try {
      writeTo(file, pieces)
    } finally {
      closeSync(file)
    }
    renameSync(partial, path)
  } catch (fault) {
    remove()
    throw fault
  } finally {
    process.off('SIGINT', interrupted)
    process.off('SIGTERM', interrupted)
  }
}

const pieceSize = 1 << 20

function writeTo(file: number, pieces: Iterable<string | Uint8Array>): void {
  let held: string[] = []
  let size = 0
  const flush = () => {
    if (size > 0) writeAll(file, Buffer.from(held.join('')))
    held = []
    size = 0
  }
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      flush()
      writeAll(file, piece)
      continue
    }
    held.push(piece)
    size += piece.length
    if (size > pieceSize) flush()
  }
  flush()
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(file, bytes, at)
    } catch (fault) {
      // A pipe that is full for the moment: the reader takes it in soon.
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'EAGAIN')) throw fault
    }
  }
}
