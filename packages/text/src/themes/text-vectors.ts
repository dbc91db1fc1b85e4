import type { TextIndex } from '../words/index-texts.ts'
import type { WordTable } from '../words/word-table.ts'
import { type WeighedTerms, weighTerms } from './weigh-terms.ts'

export type TextVectors = WeighedTerms & {
  /** Of each text its place among meanings, of length one or zero; `dimensions` numbers a text. */
  readonly meanings: Float32Array
  readonly dimensions: number
}

/**
 * Texts as numbers: which words they hold, and where they lie in the table of words.
 *
 * Method: see `weighTerms`; and the mean of the words' vectors, weighed by a / (a + p) with p
 * the word's share of the table (Arora, Liang & Ma 2017, a = 10⁻³), of length one. A word without a vector counts by its parts.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: ['buss'], formCounts: [1], stems: ['buss'], stemCounts: [1], dimensions: 2, vectors: Int8Array.of(127, 0), scales: [1] }))
 * [...textVectors(indexTexts(['Buss, bussar'], lexiconOf(table)), table).meanings] // => [1, 0]
 */
export function textVectors(index: TextIndex, table: WordTable): TextVectors {
  return { ...weighTerms(index), meanings: meaningsOf(index, table), dimensions: table.dimensions }
}

function meaningsOf({ size, stems, stemsOf, starts, words }: TextIndex, { stemAt, stemCounts, vectors, scales, dimensions }: WordTable): Float32Array {
  const everything = stemCounts.reduce((sum, count) => sum + count, 0)
  const placeOf = Int32Array.from(stems, (stem) => stemAt.get(stem) ?? -1)
  const weightOf = Float64Array.from(placeOf, (at) => (at < 0 ? 0 : ((1e-3 / (1e-3 + (stemCounts[at] as number) / everything)) * (scales[at] as number)) / 127))
  const counted = stemsOf.map(([whole = 0, ...parts]) => ((placeOf[whole] as number) >= 0 ? [whole] : parts.filter((part) => (placeOf[part] as number) >= 0)))
  const meanings = new Float32Array(size * dimensions)
  for (let text = 0; text < size; text++) {
    const own = meanings.subarray(text * dimensions, (text + 1) * dimensions)
    for (let each = starts[text] as number; each < (starts[text + 1] as number); each++) {
      const used = counted[words[each] as number] as number[]
      for (const stem of used) {
        const [base, weight] = [(placeOf[stem] as number) * dimensions, (weightOf[stem] as number) / used.length]
        for (let k = 0; k < dimensions; k++) own[k] = (own[k] as number) + weight * (vectors[base + k] as number)
      }
    }
    let squares = 0
    for (let k = 0; k < dimensions; k++) squares += (own[k] as number) ** 2
    const length = Math.sqrt(squares)
    for (let k = 0; k < dimensions && length > 0; k++) own[k] = (own[k] as number) / length
  }
  return meanings
}
