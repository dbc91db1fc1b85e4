import type { TextVectors } from './text-vectors.ts'

/**
 * The vectors of some of the texts alone, in the order asked for.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['a', 'b'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * [...someTexts(textVectors(indexTexts(['buss', 'skog'], lexiconOf(table)), table), [1]).terms] // => [1]
 */
export function someTexts({ starts, terms, weights, meanings, dimensions, vocabulary }: TextVectors, which: ArrayLike<number>): TextVectors {
  const own = new Uint32Array(which.length + 1)
  for (let place = 0; place < which.length; place++) {
    const text = which[place] as number
    own[place + 1] = (own[place] as number) + (starts[text + 1] as number) - (starts[text] as number)
  }
  const length = own[which.length] as number
  const some = { terms: new Uint32Array(length), weights: new Float32Array(length), meanings: new Float32Array(which.length * dimensions) }
  for (let place = 0; place < which.length; place++) {
    const text = which[place] as number
    some.terms.set(terms.subarray(starts[text], starts[text + 1]), own[place] as number)
    some.weights.set(weights.subarray(starts[text], starts[text + 1]), own[place] as number)
    some.meanings.set(meanings.subarray(text * dimensions, (text + 1) * dimensions), place * dimensions)
  }
  return { size: which.length, vocabulary, starts: own, dimensions, ...some }
}
