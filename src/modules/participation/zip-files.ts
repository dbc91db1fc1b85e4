import { Zip, ZipDeflate } from 'fflate'

export type FileInZip = { readonly name: string; readonly content: Iterable<string> | AsyncIterable<string> }

/** The files as one zip, piece by piece: never more of it at once than the piece that is written. */
export async function* zipFiles(files: readonly FileInZip[], at: string): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  const zip = new Zip((fault, piece) => {
    if (fault) throw fault
    made.push(piece)
  })
  const encoder = new TextEncoder()
  for (const { name, content } of files) {
    const entry = new ZipDeflate(name)
    entry.mtime = at
    zip.add(entry)
    for await (const text of content) {
      entry.push(encoder.encode(text))
      yield* made.splice(0)
    }
    entry.push(new Uint8Array(), true)
    yield* made.splice(0)
  }
  zip.end()
  yield* made.splice(0)
}
