import { inflateRawSync } from 'node:zlib'

export type ZipFault = 'not-a-zip' | 'encrypted' | 'too-large-unpacked'

const [endOfDirectory, entryOfDirectory, entryItself] = [0x06054b50, 0x02014b50, 0x04034b50]
// The end of the directory, with the longest comment that can stand after it.
const longestEnd = 22 + 0xffff

/**
 * Reads the files that are wanted out of a zip, in memory: none is written anywhere, so what a name says leads nowhere. What they weigh unpacked is
 * bounded while they are unpacked, whatever the directory claims.
 */
export function unzipFiles(bytes: Uint8Array, isWanted: (name: string) => boolean, mostBytes: number, mostEntries = 1000): ReadonlyMap<string, Buffer> | ZipFault {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end < zip.length - longestEnd || end + 22 > zip.length || zip.readUInt32LE(end) !== endOfDirectory) return 'not-a-zip'
  const [count, start] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16)]
  if (count > mostEntries) return 'too-large-unpacked'
  const files = new Map<string, Buffer>()
  let [at, left] = [start, mostBytes]
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== entryOfDirectory) return 'not-a-zip'
    const [flags, method, packed, from] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
    const called = zip.toString('utf8', at + 46, at + 46 + name)
    at += 46 + name + extra + comment
    if (!isWanted(called) || files.has(called)) continue
    if (flags & 1) return 'encrypted'
    const content = unpacked(zip, from, packed, method, left)
    if (typeof content === 'string') return content
    left -= content.length
    files.set(called, content)
  }
  return files
}

function unpacked(zip: Buffer, from: number, packed: number, method: number, most: number): Buffer | ZipFault {
  if (from + 30 > zip.length || zip.readUInt32LE(from) !== entryItself) return 'not-a-zip'
  const begins = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28)
  const content = zip.subarray(begins, begins + packed)
  if (content.length < packed) return 'not-a-zip'
  if (method === 0) return packed > most ? 'too-large-unpacked' : content
  if (method !== 8) return 'not-a-zip'
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, most) })
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large-unpacked' : 'not-a-zip'
  }
}
