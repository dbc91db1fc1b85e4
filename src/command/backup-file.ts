import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { DumpHead } from '#db/dump-database'
import { RefusedInput } from './refused-input.ts'

/** What a backup says before the dump: when it was made, and what the installation is keyed with (unless that is kept elsewhere). */
export type BackupFront = { readonly backup: 1; readonly madeAt: string; readonly secret: string | null; readonly trailHead: string | null }

/** Writes a backup: under another name until it is whole and on disk, readable by its owner alone. */
export async function writeBackupFile(path: string, front: BackupFront, lines: AsyncIterable<string>): Promise<void> {
  const unfinished = `${path}.del`
  async function* all() {
    yield `${JSON.stringify(front)}\n`
    yield* lines
  }
  try {
    await pipeline(Readable.from(all()), createGzip({ level: 6 }), createWriteStream(unfinished, { mode: 0o600 }))
    const file = await open(unfinished, 'r+')
    await file.sync()
    await file.close()
    renameSync(unfinished, path)
  } catch (fault) {
    rmSync(unfinished, { force: true })
    throw fault
  }
}

/** Opens a backup: its front and head, and every line of the dump, the head among them. What is no backup is refused in words. */
export async function readBackupFile(path: string): Promise<{ front: BackupFront; head: DumpHead; lines: AsyncIterable<string> }> {
  const lines = linesOf(path)
  const [first, second] = [await lines.next(), await lines.next()]
  const [front, head] = [readLine(first.value), readLine(second.value)] as [BackupFront | undefined, DumpHead | undefined]
  if (front?.backup !== 1 || head?.samsyn !== 1) throw new RefusedInput(`${path} är ingen säkerhetskopia av Samsyn.`)
  async function* dump() {
    yield second.value as string
    yield* lines
  }
  return { front, head, lines: dump() }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const [source, unzipped] = [createReadStream(path), createGunzip()]
  source.on('error', (fault) => unzipped.destroy(fault))
  source.pipe(unzipped).setEncoding('utf8')
  let unread = ''
  try {
    for await (const some of unzipped) {
      const lines = (unread + some).split('\n')
      unread = lines.pop() ?? ''
      yield* lines
    }
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && String(fault.code).startsWith('Z_')) throw new RefusedInput(`${path} är ingen hel säkerhetskopia: den går inte att packa upp.`)
    throw fault
  }
  if (unread !== '') yield unread
}

function readLine(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '')
  } catch {
    return undefined
  }
}
