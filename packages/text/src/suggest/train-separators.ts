import type { Features } from './text-features.ts'

/** One plane a code: a text's score is its features times the weights, plus the bias. */
export type Separators = {
  readonly codes: number
  readonly dimensions: number
  /** Where the weights of a column stand; -1 for one that no taught text has. */
  readonly rowOf: Int32Array
  /** Of the columns, `codes` numbers a row. */
  readonly weights: Float32Array
  /** Of the meanings, `codes` numbers a direction. */
  readonly meanings: Float64Array
  readonly bias: Float64Array
  /** Whether a code has texts both with and without it, so that there is a plane at all. */
  readonly isLearnt: readonly boolean[]
}

/**
 * The planes that best part the texts that have a code from those that have not. `taught[text * codes + code]` is 1 for a text that has the code,
 * -1 for one that has not, and 0 where nobody has said.
 *
 * Method: linear support vector machine with squared hinge loss by dual coordinate descent (Hsieh et al. 2008), C = 0.5, the rarer side weighing
 * more (n / 2n_side), the bias as one more feature; in the order given, until no step is over 0.05 or 40 rounds. Up to 1,500 texts are first compared each with
 * each, once for all codes, so that a score is kept instead of reckoned anew: the same steps, but for rounding.
 *
 * @example
 * const features = { size: 2, width: 1, starts: Uint32Array.of(0, 1, 2), columns: Uint32Array.of(0, 0), values: Float32Array.of(1, -1), dimensions: 0, meanings: new Float32Array() }
 * trainSeparators(features, Int8Array.of(1, -1), 1).weights[0] > 0.5 // => true
 */
export function trainSeparators(features: Features, taught: Int8Array, codes: number, cost = 0.5, mostCompared = comparedInFull): Separators {
  const { width, columns, dimensions } = features
  const [rowOf, rows] = [new Int32Array(width).fill(-1), new Uint32Array(columns.length)]
  let used = 0
  columns.forEach((column, at) => {
    if (rowOf[column] === -1) rowOf[column] = used++
    rows[at] = rowOf[column] as number
  })
  const lengths = squaredLengths(features)
  const products = features.size <= mostCompared ? productsOf(features, rows, used) : undefined
  const [weights, meanings, bias] = [new Float32Array(used * codes), new Float64Array(codes * dimensions), new Float64Array(codes)]
  const isLearnt = Array.from({ length: codes }, (_, code) => {
    const own = trainOne(
      features,
      rows,
      used,
      lengths,
      Int8Array.from({ length: features.size }, (_, text) => taught[text * codes + code] as number),
      cost,
      products,
    )
    if (!own) return false
    own.weights.forEach((weight, row) => {
      weights[row * codes + code] = weight
    })
    own.meanings.forEach((weight, k) => {
      meanings[k * codes + code] = weight
    })
    bias[code] = own.bias
    return true
  })
  return { codes, dimensions, rowOf, weights, meanings, bias, isLearnt }
}

const mostRounds = 40
const smallestStep = 0.05
const comparedInFull = 1_500

function squaredLengths({ size, starts, values, dimensions, meanings }: Features): Float64Array {
  return Float64Array.from({ length: size }, (_, text) => {
    let squares = 1
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) squares += (values[at] as number) ** 2
    for (let k = text * dimensions; k < (text + 1) * dimensions; k++) squares += (meanings[k] as number) ** 2
    return squares
  })
}

function trainOne(
  { size, starts, values, dimensions, meanings }: Features,
  rows: Uint32Array,
  used: number,
  lengths: Float64Array,
  signs: Int8Array,
  cost: number,
  products: Float64Array | undefined,
) {
  const [yes, no] = [signs.reduce((sum, sign) => sum + Number(sign > 0), 0), signs.reduce((sum, sign) => sum + Number(sign < 0), 0)]
  if (yes === 0 || no === 0) return undefined
  const [weights, own, alpha] = [new Float64Array(used), new Float64Array(dimensions), new Float64Array(size)]
  const scores = new Float64Array(products ? size : 0)
  let bias = 0
  const move = (text: number, step: number) => {
    const [from, until, base] = [starts[text] as number, starts[text + 1] as number, text * dimensions]
    bias += step
    for (let at = from; at < until; at++) weights[rows[at] as number] = (weights[rows[at] as number] as number) + step * (values[at] as number)
    for (let k = 0; k < dimensions; k++) own[k] = (own[k] as number) + step * (meanings[base + k] as number)
  }
  const scoreOf = (text: number) => {
    if (products) return scores[text] as number
    const [from, until, base] = [starts[text] as number, starts[text + 1] as number, text * dimensions]
    let score = bias
    for (let at = from; at < until; at++) score += (weights[rows[at] as number] as number) * (values[at] as number)
    for (let k = 0; k < dimensions; k++) score += (own[k] as number) * (meanings[base + k] as number)
    return score
  }
  for (let round = 0; round < mostRounds; round++) {
    let largest = 0
    for (let text = 0; text < size; text++) {
      const sign = signs[text] as number
      if (sign === 0) continue
      const score = scoreOf(text)
      const diagonal = (sign > 0 ? yes : no) / (cost * (yes + no))
      const before = alpha[text] as number
      const gradient = sign * score - 1 + diagonal * before
      const after = Math.max(0, before - gradient / ((lengths[text] as number) + diagonal))
      if (after === before) continue
      const step = (after - before) * sign
      alpha[text] = after
      if (products) addTimes(scores, step, products, text * size)
      else move(text, step)
      largest = Math.max(largest, Math.abs(gradient))
    }
    if (largest < smallestStep) break
  }
  // Where scores were kept, the plane is put together once.
  if (products)
    alpha.forEach((value, text) => {
      if (value !== 0) move(text, value * (signs[text] as number))
    })
  return { weights, meanings: own, bias }
}

function addTimes(sums: Float64Array, times: number, values: Float64Array, from: number) {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) + times * (values[from + at] as number)
}

/** The product of each text with each, the bias as one more feature: `size × size` numbers. */
function productsOf({ size, starts, values, dimensions, meanings }: Features, rows: Uint32Array, used: number): Float64Array {
  const [products, own] = [new Float64Array(size * size), new Float64Array(used)]
  for (let one = 0; one < size; one++) {
    const [from, until] = [starts[one] as number, starts[one + 1] as number]
    for (let at = from; at < until; at++) own[rows[at] as number] = (own[rows[at] as number] as number) + (values[at] as number)
    for (let other = 0; other <= one; other++) {
      let sum = 1
      for (let at = starts[other] as number, end = starts[other + 1] as number; at < end; at++) sum += (own[rows[at] as number] as number) * (values[at] as number)
      for (let k = 0; k < dimensions; k++) sum += (meanings[one * dimensions + k] as number) * (meanings[other * dimensions + k] as number)
      products[one * size + other] = sum
      products[other * size + one] = sum
    }
    for (let at = from; at < until; at++) own[rows[at] as number] = 0
  }
  return products
}

/**
 * The scores of texts: `size × codes` numbers; `unseen` for a code without a plane.
 *
 * @example
 * const features = { size: 2, width: 1, starts: Uint32Array.of(0, 1, 2), columns: Uint32Array.of(0, 0), values: Float32Array.of(1, -1), dimensions: 0, meanings: new Float32Array() }
 * const scores = scoreTexts(features, trainSeparators(features, Int8Array.of(1, -1), 1))
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
