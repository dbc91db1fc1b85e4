import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { codesFor } from '#statistics'
import { RefusedInput } from '../refused-input.ts'
import type { NamedVotes } from './read-votes.ts'

/*
 * The packed form, little-endian: `SAMSYN-V` (8 bytes), then participants, statements, votes and the length of the names as four
 * 32-bit numbers; starts (participants + 1 numbers of 32 bits); the votes, each statement × 3 + vote + 1, in 16 bits when
 * statements × 3 ≤ 65,536, else in 32; last the ids of the participants, then of the statements, one a line in UTF-8.
 */
const mark = Buffer.from('SAMSYN-V')
const headLength = 24

export function packVotes({ table, pids, tids }: NamedVotes): Uint8Array[] {
  const { participants, statements, starts, codes } = table
  const names = Buffer.from(`${pids.join('\n')}\n${tids.join('\n')}\n`)
  const head = Buffer.alloc(headLength)
  mark.copy(head)
  ;[participants, statements, codes.length, names.length].forEach((number, at) => {
    head.writeUInt32LE(number, mark.length + at * 4)
  })
  const bytesOf = (array: Uint32Array | Uint16Array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  return [head, bytesOf(starts), bytesOf(codes), names]
}

/** Whether the file begins as a packed one does. */
export function isPacked(start: Uint8Array): boolean {
  return Buffer.compare(Buffer.from(start.subarray(0, mark.length)), mark) === 0
}

/** Reads the packed form; the votes are not copied. Throws RefusedInput for a file that is cut short or says what can't be. */
export function unpackVotes(path: string): NamedVotes {
  const bytes = readFileSync(path)
  const broken = () => new RefusedInput(`${basename(path)} är inte en hel packad fil.`)
  if (bytes.length < headLength) throw broken()
  const number = (at: number) => bytes.readUInt32LE(mark.length + at * 4)
  const [participants, statements, votes, nameLength] = [number(0), number(1), number(2), number(3)]
  const width = codesFor(statements, 0).BYTES_PER_ELEMENT
  const [startsAt, codesAt] = [headLength, headLength + (participants + 1) * 4]
  const namesAt = codesAt + votes * width
  if (bytes.length !== namesAt + nameLength) throw broken()
  const buffer = bytes.buffer
  const starts = new Uint32Array(buffer, bytes.byteOffset + startsAt, participants + 1)
  const codes = width === 2 ? new Uint16Array(buffer, bytes.byteOffset + codesAt, votes) : new Uint32Array(buffer, bytes.byteOffset + codesAt, votes)
  const names = bytes.toString('utf8', namesAt, namesAt + nameLength).split('\n')
  if (names.length !== participants + statements + 1 || starts[0] !== 0 || starts[participants] !== votes) throw broken()
  for (let who = 0; who < participants; who++) if ((starts[who] as number) > (starts[who + 1] as number)) throw broken()
  for (let at = 0; at < votes; at++) if ((codes[at] as number) >= statements * 3) throw broken()
  return { table: { participants, statements, starts, codes }, pids: names.slice(0, participants), tids: names.slice(participants, -1) }
}
