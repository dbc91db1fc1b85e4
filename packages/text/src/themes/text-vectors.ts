import type { AnalysedWord } from '../words/analyse-words.ts'
import type { WordTable } from '../words/word-table.ts'

export type TextVectors = {
  /** Of each text its terms and their weights, of length one together; nothing where it has no term. */
  readonly terms: readonly { readonly at: Uint32Array; readonly weight: Float32Array }[]
  readonly vocabulary: readonly string[]
  /** Of each text its place among meanings, of length one or zero; `dimensions` numbers a text. */
  readonly meanings: Float32Array
  readonly dimensions: number
}

/**
 * Texts as numbers: which words they hold, and where they lie in the table of words.
 *
 * Method: sublinear TF-IDF of stems and parts of compounds, of length one; and the mean of the words' vectors, weighed by a / (a + p) with p
 * the word's share of the table (Arora, Liang & Ma 2017, a = 10⁻³), of length one. A word without a vector counts by its parts.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: ['buss'], formCounts: [1], stems: ['buss'], stemCounts: [1], dimensions: 2, vectors: Int8Array.of(127, 0), scales: [1] }))
 * [...textVectors([[{ word: 'buss', start: 0, end: 4, stems: ['buss'] }]], table).meanings] // => [1, 0]
 */
export function textVectors(texts: readonly (readonly AnalysedWord[])[], table: WordTable): TextVectors {
  const [place, documents] = [new Map<string, number>(), [] as number[]]
  const counted = texts.map((words) => {
    const counts = new Map<number, number>()
    for (const { stems } of words)
      for (const stem of stems) {
        const at = place.get(stem) ?? place.set(stem, place.size).get(stem) ?? 0
        counts.set(at, (counts.get(at) ?? 0) + 1)
      }
    for (const at of counts.keys()) documents[at] = (documents[at] ?? 0) + 1
    return counts
  })
  const terms = counted.map((counts) => {
    const at = Uint32Array.from(counts.keys()).sort()
    const weight = Float32Array.from(at, (each) => (1 + Math.log(counts.get(each) ?? 1)) * Math.log(1 + texts.length / (documents[each] ?? 1)))
    const length = Math.hypot(...weight) || 1
    return { at, weight: weight.map((each) => each / length) }
  })
  return { terms, vocabulary: [...place.keys()], meanings: meaningsOf(texts, table), dimensions: table.dimensions }
}

function meaningsOf(texts: readonly (readonly AnalysedWord[])[], { stemAt, stemCounts, vectors, scales, dimensions }: WordTable): Float32Array {
  const everything = stemCounts.reduce((sum, count) => sum + count, 0)
  const meanings = new Float32Array(texts.length * dimensions)
  texts.forEach((words, text) => {
    const own = meanings.subarray(text * dimensions, (text + 1) * dimensions)
    for (const { stems } of words) {
      const [whole, ...parts] = stems
      const used = whole !== undefined && stemAt.has(whole) ? [whole] : parts.filter((part) => stemAt.has(part))
      for (const stem of used) {
        const at = stemAt.get(stem) as number
        const weight = ((1e-3 / (1e-3 + (stemCounts[at] as number) / everything)) * (scales[at] as number)) / 127 / used.length
        for (let k = 0; k < dimensions; k++) own[k] = (own[k] as number) + weight * (vectors[at * dimensions + k] as number)
      }
    }
    let squares = 0
    for (const each of own) squares += each * each
    if (squares > 0) for (let k = 0; k < dimensions; k++) own[k] = (own[k] as number) / Math.sqrt(squares)
  })
  return meanings
}
