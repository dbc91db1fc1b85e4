import type { TextIndex } from '../words/index-texts.ts'

export type WeighedTerms = {
  readonly size: number
  /** How many different stems there are. */
  readonly vocabulary: number
  /** The stems of text i stand from starts[i] to starts[i + 1] in their order, with weights of length one together; nothing where it has none. */
  readonly starts: Uint32Array
  readonly terms: Uint32Array
  readonly weights: Float32Array
}

/**
 * What each stem weighs in each text: sublinear TF-IDF of stems and parts of compounds, of length one.
 *
 * @example
 * const lexicon = { count: () => 0, stemCount: () => 0, continued: () => 0, commonNear: () => [] }
 * [...weighTerms(indexTexts(['buss', 'skog buss'], lexicon)).terms] // => [0, 0, 1]
 */
export function weighTerms({ size, stems, stemsOf, starts: wordStarts, words }: TextIndex): WeighedTerms {
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
  return { size, vocabulary: stems.length, starts, terms: terms.slice(0, length), weights }
}
