/** What is known of Swedish words: how common they are, which parts they may be made of, and which stand in like company. */
export type WordTable = {
  /** Forms of words, in the order of their letters, and how often each came. */
  readonly forms: readonly string[]
  readonly formCounts: Uint32Array
  /** Stems with a vector, the commonest first, and where each is. */
  readonly stemAt: ReadonlyMap<string, number>
  readonly stemCounts: Uint32Array
  readonly dimensions: number
  /** The vectors one after another; each is its numbers through 127 times its scale. */
  readonly vectors: Int8Array
  readonly scales: Float32Array
  /** Where the table comes from, and on what terms. */
  readonly source: string
}

type Head = { readonly source: string; readonly forms: number; readonly stems: number; readonly dimensions: number; readonly textBytes: number }

/**
 * Reads a table that `scripts/build-word-table.mjs` made: a line of JSON, then the words as text, then the numbers. Throws RangeError for
 * what is no such table.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: 'ours', forms: ['buss', 'tåg'], formCounts: [3, 2], stems: ['buss'], stemCounts: [3], dimensions: 2, vectors: Int8Array.of(127, 0), scales: [1] }))
 * table.forms // => ['buss', 'tåg']
 * table.stemAt.get('buss') // => 0
 */
export function readWordTable(bytes: Uint8Array): WordTable {
  const end = bytes.indexOf(10)
  const head = end < 0 ? undefined : (JSON.parse(decoder.decode(bytes.subarray(0, end))) as Head)
  if (!head || !(head.forms >= 0 && head.stems >= 0)) throw new RangeError('This is no table of words')
  const { forms, stems, dimensions, textBytes } = head
  const lines = decoder.decode(bytes.subarray(end + 1, end + 1 + textBytes)).split('\n')
  // Copied, so that the numbers stand where a machine can read them.
  const numbers = new Uint8Array(bytes.subarray(end + 1 + textBytes))
  const expected = (forms + stems) * 4 + stems * 4 + stems * dimensions
  if (lines.length !== forms + stems + 1 || numbers.length !== expected) throw new RangeError('This is no whole table of words')
  const counts = new Uint32Array(numbers.buffer, 0, forms + stems)
  return {
    forms: lines.slice(0, forms),
    formCounts: counts.subarray(0, forms),
    stemAt: new Map(lines.slice(forms, forms + stems).map((stem, at) => [stem, at])),
    stemCounts: counts.subarray(forms),
    dimensions,
    scales: new Float32Array(numbers.buffer, (forms + stems) * 4, stems),
    vectors: new Int8Array(numbers.buffer, (forms + 2 * stems) * 4, stems * dimensions),
    source: head.source,
  }
}

const decoder = new TextDecoder()

/**
 * The bytes of a table: see `readWordTable`.
 *
 * @example
 * writeWordTable({ source: '', forms: [], formCounts: [], stems: [], stemCounts: [], dimensions: 0, vectors: new Int8Array(), scales: [] }).length // => 63
 */
export function writeWordTable(table: {
  readonly source: string
  readonly forms: readonly string[]
  readonly formCounts: ArrayLike<number>
  readonly stems: readonly string[]
  readonly stemCounts: ArrayLike<number>
  readonly dimensions: number
  readonly vectors: Int8Array
  readonly scales: ArrayLike<number>
}): Uint8Array {
  const { source, forms, stems, dimensions } = table
  const encoder = new TextEncoder()
  const text = encoder.encode([...forms, ...stems].map((word) => `${word}\n`).join(''))
  const head = encoder.encode(`${JSON.stringify({ source, forms: forms.length, stems: stems.length, dimensions, textBytes: text.length } satisfies Head)}\n`)
  const parts = [
    head,
    text,
    new Uint8Array(Uint32Array.from([...Array.from(table.formCounts), ...Array.from(table.stemCounts)]).buffer),
    new Uint8Array(Float32Array.from(table.scales).buffer),
    new Uint8Array(table.vectors.buffer, table.vectors.byteOffset, table.vectors.byteLength),
  ]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
