import type { TextVectors } from './text-vectors.ts'

/**
 * Places every text in the nearest of the groups that some of them are in already: `of[i]` is the group of text `some[i]`. Those keep theirs.
 *
 * Method: likeness to the middle of each group, meanings and words together; of two as near the larger group.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['a', 'b'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * const word = (stem) => ({ word: stem, start: 0, end: 1, stems: [stem] })
 * [...placeTexts(textVectors([[word('a')], [word('b')], [word('b')]], table), [0, 1], Int32Array.of(0, 1))] // => [0, 1, 1]
 */
export function placeTexts({ terms, vocabulary, meanings, dimensions }: TextVectors, some: readonly number[], of: Int32Array, wordWeight = 0.8): Int32Array {
  const groups = of.reduce((most, group) => Math.max(most, group + 1), 0)
  const [middle, words, sizes] = [new Float64Array(groups * dimensions), new Float32Array(groups * vocabulary.length), new Float64Array(groups)]
  some.forEach((text, place) => {
    const group = of[place] as number
    sizes[group] = (sizes[group] as number) + 1
    for (let k = 0; k < dimensions; k++) middle[group * dimensions + k] = (middle[group * dimensions + k] as number) + (meanings[text * dimensions + k] as number)
    const { at, weight } = terms[text] as TextVectors['terms'][number]
    at.forEach((term, index) => {
      words[term * groups + group] = (words[term * groups + group] as number) + (weight[index] as number)
    })
  })
  const known = new Map(some.map((text, place) => [text, of[place] as number]))
  const likeness = new Float64Array(groups)
  return Int32Array.from({ length: terms.length }, (_, text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    for (let group = 0; group < groups; group++) {
      let sum = 0
      for (let k = 0; k < dimensions; k++) sum += (meanings[text * dimensions + k] as number) * (middle[group * dimensions + k] as number)
      likeness[group] = sum
    }
    const { at, weight } = terms[text] as TextVectors['terms'][number]
    at.forEach((term, index) => {
      for (let group = 0; group < groups; group++) likeness[group] = (likeness[group] as number) + wordWeight * (weight[index] as number) * (words[term * groups + group] as number)
    })
    let best = 0
    for (let group = 1; group < groups; group++)
      if ((likeness[group] as number) / (sizes[group] as number) > (likeness[best] as number) / (sizes[best] as number) + 1e-9) best = group
    return best
  })
}
