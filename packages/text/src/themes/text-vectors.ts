import type { TextIndex } from '../words/index-texts.ts'
import type { WordTable } from '../words/word-table.ts'

export type TextVectors = {
  readonly size: number
  /** How many different stems there are. */
  readonly vocabulary: number
  /** The stems of text i stand from starts[i] to starts[i + 1] in their order, with weights of length one together; nothing where it has none. */
  readonly starts: Uint32Array
  readonly terms: Uint32Array
  readonly weights: Float32Array
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
 * [...textVectors(indexTexts(['Buss, bussar'], lexiconOf(table)), table).meanings] // => [1, 0]
 */
export function textVectors(index: TextIndex, table: WordTable): TextVectors {
  return { size: index.size, vocabulary: index.stems.length, ...weighTerms(index), meanings: meaningsOf(index, table), dimensions: table.dimensions }
}

function weighTerms({ size, stems, stemsOf, starts: wordStarts, words }: TextIndex) {
  const [times, documents, starts] = [new Uint16Array(stems.length), new Uint32Array(stems.length), new Uint32Array(size + 1)]
  const most = words.reduce((sum, form) => sum + (stemsOf[form] as Uint32Array).length, 0)
  const [terms, counts] = [new Uint32Array(most), new Uint16Array(most)]
  let length = 0
  for (let text = 0; text < size; text++) {
    const from = length
    for (let at = wordStarts[text] as number; at < (wordStarts[text + 1] as number); at++)
      for (const stem of stemsOf[words[at] as number] as Uint32Array) {
        if (times[stem] === 0) terms[length++] = stem
        times[stem] = Math.min(65_535, (times[stem] as number) + 1)
      }
    terms.subarray(from, length).sort()
    for (let at = from; at < length; at++) {
      const stem = terms[at] as number
      counts[at] = times[stem] as number
      documents[stem] = (documents[stem] as number) + 1
      times[stem] = 0
    }
    starts[text + 1] = length
  }
  const rarity = Float64Array.from(documents, (many) => Math.log(1 + size / Math.max(1, many)))
  const weights = new Float32Array(length)
  for (let text = 0; text < size; text++) {
    const [from, until] = [starts[text] as number, starts[text + 1] as number]
    let squares = 0
    for (let at = from; at < until; at++) {
      const weight = (1 + Math.log(counts[at] as number)) * (rarity[terms[at] as number] as number)
      weights[at] = weight
      squares += weight * weight
    }
    for (let at = from; at < until; at++) weights[at] = (weights[at] as number) / Math.sqrt(squares)
  }
  return { starts, terms: terms.slice(0, length), weights }
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
