import type { TextVectors } from './text-vectors.ts'

/**
 * Places every text in the nearest of the groups that some of them are in already: `of[i]` is the group of text `some[i]`. Those keep theirs.
 *
 * Method: likeness to the middle of each group, meanings and words together; of two as near the larger group.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss', 'skog'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * [...placeTexts(textVectors(indexTexts(['buss', 'skog', 'skog'], lexiconOf(table)), table), [0, 1], Int32Array.of(0, 1))] // => [0, 1, 1]
 */
export function placeTexts(vectors: TextVectors, some: readonly number[], of: Int32Array, wordWeight = 0.8): Int32Array {
  const { size, vocabulary, starts, terms, weights, meanings, dimensions } = vectors
  const groups = of.reduce((most, group) => Math.max(most, group + 1), 0)
  const [middle, words, sizes] = [new Float64Array(groups * dimensions), new Float32Array(groups * vocabulary), new Float64Array(groups)]
  some.forEach((text, place) => {
    const group = of[place] as number
    sizes[group] = (sizes[group] as number) + 1
    for (let k = 0; k < dimensions; k++) middle[group * dimensions + k] = (middle[group * dimensions + k] as number) + (meanings[text * dimensions + k] as number)
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) {
      const slot = (terms[at] as number) * groups + group
      words[slot] = (words[slot] as number) + (weights[at] as number)
    }
  })
  const known = new Map(some.map((text, place) => [text, of[place] as number]))
  const likeness = new Float64Array(groups)
  return Int32Array.from({ length: size }, (_, text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    for (let group = 0; group < groups; group++) {
      let sum = 0
      for (let k = 0; k < dimensions; k++) sum += (meanings[text * dimensions + k] as number) * (middle[group * dimensions + k] as number)
      likeness[group] = sum
    }
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) {
      const [base, weight] = [(terms[at] as number) * groups, wordWeight * (weights[at] as number)]
      for (let group = 0; group < groups; group++) likeness[group] = (likeness[group] as number) + weight * (words[base + group] as number)
    }
    let best = 0
    for (let group = 1; group < groups; group++)
      if ((likeness[group] as number) / (sizes[group] as number) > (likeness[best] as number) / (sizes[best] as number) + 1e-9) best = group
    return best
  })
}
