import type { Features } from './text-features.ts'
import type { Separators } from './train-separators.ts'

/**
 * The scores of texts: `size × codes` numbers; `unseen` for a code without a plane.
 *
 * @example
 * const features = { size: 2, width: 1, starts: Uint32Array.of(0, 1, 2), columns: Uint32Array.of(0, 0), values: Float32Array.of(1, -1), dimensions: 0, meanings: new Float32Array() }
 * const scores = scoreTexts(features, trainSeparators(compareTexts(features), Int8Array.of(1, -1), 1))
 * scores[0] > scores[1] // => true
 */
export function scoreTexts(features: Features, { codes, rowOf, weights, meanings, bias, isLearnt }: Separators, unseen = -0.8): Float64Array {
  const { size, starts, columns, values, dimensions } = features
  const [scores, own] = [new Float64Array(size * codes), new Float64Array(codes)]
  // The rows of a text that are known to the separators, and what each weighs in it.
  const most = starts.reduce((longest, start, text) => Math.max(longest, start - (starts[text - 1] ?? 0)), 0)
  const [bases, shares] = [new Uint32Array(most), new Float64Array(most)]
  for (let text = 0; text < size; text++) {
    own.set(bias)
    let many = 0
    for (let at = starts[text] as number, end = starts[text + 1] as number; at < end; at++) {
      const row = rowOf[columns[at] as number] as number
      if (row < 0) continue
      bases[many] = row * codes
      shares[many++] = values[at] as number
    }
    addRows(own, bases, shares, many, weights)
    addProduct(own, features.meanings, text * dimensions, meanings, dimensions)
    for (let code = 0; code < codes; code++) scores[text * codes + code] = isLearnt[code] ? (own[code] as number) : unseen
  }
  return scores
}

/** Adds so many rows of weights to what each code has, four at a time, so that a sum is fetched a fourth as often; in the order given. */
function addRows(sums: Float64Array, bases: Uint32Array, shares: Float64Array, many: number, weights: Float32Array) {
  const codes = sums.length
  let at = 0
  for (; at + 3 < many; at += 4) {
    const [a, b, c, d] = [shares[at] as number, shares[at + 1] as number, shares[at + 2] as number, shares[at + 3] as number]
    const [first, second, third, fourth] = [bases[at] as number, bases[at + 1] as number, bases[at + 2] as number, bases[at + 3] as number]
    for (let code = 0; code < codes; code++)
      sums[code] =
        (sums[code] as number) +
        a * (weights[first + code] as number) +
        b * (weights[second + code] as number) +
        c * (weights[third + code] as number) +
        d * (weights[fourth + code] as number)
  }
  for (; at < many; at++) for (let code = 0; code < codes; code++) sums[code] = (sums[code] as number) + (shares[at] as number) * (weights[(bases[at] as number) + code] as number)
}

/** Adds what a text means to what each code asks of meanings; four directions at a time, so that a sum is fetched a fourth as often. */
function addProduct(sums: Float64Array, meanings: Float32Array, from: number, weights: Float64Array, dimensions: number) {
  const codes = sums.length
  let k = 0
  for (; k + 3 < dimensions; k += 4) {
    const [a, b, c, d] = [meanings[from + k] as number, meanings[from + k + 1] as number, meanings[from + k + 2] as number, meanings[from + k + 3] as number]
    const base = k * codes
    for (let code = 0; code < codes; code++) {
      const at = base + code
      sums[code] =
        (sums[code] as number) +
        a * (weights[at] as number) +
        b * (weights[at + codes] as number) +
        c * (weights[at + 2 * codes] as number) +
        d * (weights[at + 3 * codes] as number)
    }
  }
  for (; k < dimensions; k++) for (let code = 0; code < codes; code++) sums[code] = (sums[code] as number) + (meanings[from + k] as number) * (weights[k * codes + code] as number)
}
