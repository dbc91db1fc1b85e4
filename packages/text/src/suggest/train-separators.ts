import type { ComparedTexts } from './compare-texts.ts'
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
 * more (n / 2n_side), the bias as one more feature; in the order given, until no step is over 0.05 or 40 rounds. Where texts are compared each with
 * each, once for all codes, a score is kept instead of reckoned anew: the same steps, but for rounding.
 *
 * @example
 * const features = { size: 2, width: 1, starts: Uint32Array.of(0, 1, 2), columns: Uint32Array.of(0, 0), values: Float32Array.of(1, -1), dimensions: 0, meanings: new Float32Array() }
 * trainSeparators(compareTexts(features), Int8Array.of(1, -1), 1).weights[0] > 0.5 // => true
 */
export function trainSeparators({ features, products }: ComparedTexts, taught: Int8Array, codes: number, cost = 0.5): Separators {
  const { size } = features
  const lengths = squaredLengths(features)
  // How much each text says for each code, one row of codes for every text.
  const shares = new Float64Array(size * codes)
  const isLearnt = Array.from({ length: codes }, (_, code) => {
    const signs = Int8Array.from({ length: size }, (_, text) => taught[text * codes + code] as number)
    const own = parted(signs, lengths, cost, products ? keptScores(size, products) : reckonedScores(features))
    own?.forEach((share, text) => {
      shares[text * codes + code] = share
    })
    return own !== undefined
  })
  return { codes, dimensions: features.dimensions, ...planesOf(features, shares, codes), isLearnt }
}

const mostRounds = 40
const smallestStep = 0.05

function squaredLengths({ size, starts, values, dimensions, meanings }: Features): Float64Array {
  return Float64Array.from({ length: size }, (_, text) => {
    let squares = 1
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) squares += (values[at] as number) ** 2
    for (let k = text * dimensions; k < (text + 1) * dimensions; k++) squares += (meanings[k] as number) ** 2
    return squares
  })
}

type Scores = { readonly of: (text: number) => number; readonly move: (text: number, step: number) => void }

/** How much each text says, with its sign; undefined where all say the same. */
function parted(signs: Int8Array, lengths: Float64Array, cost: number, scores: Scores): Float64Array | undefined {
  const [yes, no] = [signs.reduce((sum, sign) => sum + Number(sign > 0), 0), signs.reduce((sum, sign) => sum + Number(sign < 0), 0)]
  if (yes === 0 || no === 0) return undefined
  const alpha = new Float64Array(signs.length)
  for (let round = 0; round < mostRounds; round++) {
    let largest = 0
    for (let text = 0; text < signs.length; text++) {
      const sign = signs[text] as number
      if (sign === 0) continue
      const diagonal = (sign > 0 ? yes : no) / (cost * (yes + no))
      const before = alpha[text] as number
      const gradient = sign * scores.of(text) - 1 + diagonal * before
      const after = Math.max(0, before - gradient / ((lengths[text] as number) + diagonal))
      if (after === before) continue
      alpha[text] = after
      scores.move(text, (after - before) * sign)
      largest = Math.max(largest, Math.abs(gradient))
    }
    if (largest < smallestStep) break
  }
  return alpha.map((value, text) => value * (signs[text] as number))
}

/** Scores that are kept by what texts have in common. Steps wait for each other until there are eight, so that a score is fetched an eighth as often. */
function keptScores(size: number, products: Float64Array): Scores {
  const [scores, bases, steps] = [new Float64Array(size), new Uint32Array(atOnce), new Float64Array(atOnce)]
  let waiting = 0
  return {
    of: (text) => {
      let score = scores[text] as number
      for (let at = 0; at < waiting; at++) score += (steps[at] as number) * (products[(bases[at] as number) + text] as number)
      return score
    },
    move: (text, step) => {
      bases[waiting] = text * size
      steps[waiting++] = step
      if (waiting < atOnce) return
      addEight(scores, bases, steps, products)
      waiting = 0
    },
  }
}

const atOnce = 8

/** One after another, as if each step had been taken alone. */
function addEight(sums: Float64Array, bases: Uint32Array, steps: Float64Array, values: Float64Array) {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = steps
  const [one = 0, two = 0, three = 0, four = 0, five = 0, six = 0, seven = 0, eight = 0] = bases
  for (let at = 0; at < sums.length; at++)
    sums[at] =
      (sums[at] as number) +
      a * (values[one + at] as number) +
      b * (values[two + at] as number) +
      c * (values[three + at] as number) +
      d * (values[four + at] as number) +
      e * (values[five + at] as number) +
      f * (values[six + at] as number) +
      g * (values[seven + at] as number) +
      h * (values[eight + at] as number)
}

/** Scores that are reckoned from the plane as it is. */
function reckonedScores({ width, starts, columns, values, dimensions, meanings }: Features): Scores {
  const [weights, own] = [new Float64Array(width), new Float64Array(dimensions)]
  let bias = 0
  return {
    of: (text) => {
      let score = bias
      for (let at = starts[text] as number, end = starts[text + 1] as number; at < end; at++) score += (weights[columns[at] as number] as number) * (values[at] as number)
      for (let k = 0, base = text * dimensions; k < dimensions; k++) score += (own[k] as number) * (meanings[base + k] as number)
      return score
    },
    move: (text, step) => {
      bias += step
      for (let at = starts[text] as number, end = starts[text + 1] as number; at < end; at++)
        weights[columns[at] as number] = (weights[columns[at] as number] as number) + step * (values[at] as number)
      for (let k = 0, base = text * dimensions; k < dimensions; k++) own[k] = (own[k] as number) + step * (meanings[base + k] as number)
    },
  }
}

/** The planes, put together once for all codes, a row of them at a time. */
function planesOf({ size, width, starts, columns, values, dimensions, meanings: means }: Features, shares: Float64Array, codes: number) {
  // The texts that have each column, one column after another.
  const ends = new Uint32Array(width + 1)
  columns.forEach((column) => {
    ends[column + 1] = (ends[column + 1] as number) + 1
  })
  const rowOf = new Int32Array(width).fill(-1)
  let used = 0
  for (let column = 0; column < width; column++) {
    if ((ends[column + 1] as number) > 0) rowOf[column] = used++
    ends[column + 1] = (ends[column + 1] as number) + (ends[column] as number)
  }
  const [texts, own, next] = [new Uint32Array(columns.length), new Float32Array(columns.length), ends.slice()]
  const [weights, meanings, bias, sums] = [new Float32Array(used * codes), new Float64Array(codes * dimensions), new Float64Array(codes), new Float64Array(codes)]
  for (let text = 0; text < size; text++) {
    for (let at = starts[text] as number, end = starts[text + 1] as number; at < end; at++) {
      const place = next[columns[at] as number] as number
      next[columns[at] as number] = place + 1
      texts[place] = text
      own[place] = values[at] as number
    }
    for (let code = 0; code < codes; code++) bias[code] = (bias[code] as number) + (shares[text * codes + code] as number)
    for (let k = 0; k < dimensions; k++) addShares(meanings, k * codes, shares, text * codes, codes, means[text * dimensions + k] as number)
  }
  for (let column = 0; column < width; column++) {
    const row = rowOf[column] as number
    if (row < 0) continue
    sums.fill(0)
    for (let at = ends[column] as number; at < (ends[column + 1] as number); at++) addShares(sums, 0, shares, (texts[at] as number) * codes, codes, own[at] as number)
    weights.set(sums, row * codes)
  }
  return { rowOf, weights, meanings, bias }
}

function addShares(sums: Float64Array, to: number, shares: Float64Array, from: number, codes: number, times: number) {
  for (let code = 0; code < codes; code++) sums[to + code] = (sums[to + code] as number) + (shares[from + code] as number) * times
}
