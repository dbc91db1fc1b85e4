import type { Features } from './text-features.ts'

/** One plane a code: a text's score is its features times the weights, plus the bias. */
export type Separators = {
  readonly codes: number
  /** Where the weights of a column stand; -1 for one that no taught text has. */
  readonly rowOf: Int32Array
  /** `codes` numbers a row. */
  readonly weights: Float32Array
  readonly bias: Float64Array
  /** Whether a code has texts both with and without it, so that there is a plane at all. */
  readonly isLearnt: readonly boolean[]
}

/**
 * The planes that best part the texts that have a code from those that have not. `taught[text * codes + code]` is 1 for a text that has the code,
 * -1 for one that has not, and 0 where nobody has said.
 *
 * Method: linear support vector machine with squared hinge loss by dual coordinate descent (Hsieh et al. 2008), C = 0.5, the rarer side weighing
 * more (n / 2n_side), the bias as one more feature; in the order given, until no step is over 0.05 or 40 rounds; all codes in one walk over the texts.
 *
 * @example
 * const features = { size: 2, width: 1, starts: Uint32Array.of(0, 1, 2), columns: Uint32Array.of(0, 0), values: Float32Array.of(1, -1) }
 * trainSeparators(features, Int8Array.of(1, -1), 1).weights[0] > 0.5 // => true
 */
export function trainSeparators({ size, width, starts, columns, values }: Features, taught: Int8Array, codes: number, cost = 0.5): Separators {
  const rowOf = new Int32Array(width).fill(-1)
  const rows = new Uint32Array(columns.length)
  let used = 0
  columns.forEach((column, at) => {
    if (rowOf[column] === -1) rowOf[column] = used++
    rows[at] = (rowOf[column] as number) * codes
  })
  const [weights, bias, alpha] = [new Float32Array(used * codes), new Float64Array(codes), new Float64Array(size * codes)]
  const { diagonal, isLearnt } = costsOf(size, taught, codes, cost)
  const lengths = Float64Array.from({ length: size }, (_, text) => {
    let squares = 1
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) squares += (values[at] as number) ** 2
    return squares
  })
  const [scores, steps, largest] = [new Float64Array(codes), new Float64Array(codes), new Float64Array(codes)]
  const isDone = isLearnt.map((each) => !each)
  for (let round = 0; round < mostRounds && isDone.includes(false); round++) {
    largest.fill(0)
    for (let text = 0; text < size; text++) {
      const [from, until] = [starts[text] as number, starts[text + 1] as number]
      scores.set(bias)
      for (let at = from; at < until; at++) {
        const [base, value] = [rows[at] as number, values[at] as number]
        for (let code = 0; code < codes; code++) scores[code] = (scores[code] as number) + value * (weights[base + code] as number)
      }
      let moved = false
      for (let code = 0; code < codes; code++) {
        const slot = text * codes + code
        const sign = taught[slot] as number
        steps[code] = 0
        if (sign === 0 || isDone[code]) continue
        const before = alpha[slot] as number
        const gradient = sign * (scores[code] as number) - 1 + (diagonal[slot] as number) * before
        const after = Math.max(0, before - gradient / ((lengths[text] as number) + (diagonal[slot] as number)))
        if (after === before) continue
        alpha[slot] = after
        steps[code] = (after - before) * sign
        bias[code] = (bias[code] as number) + (steps[code] as number)
        largest[code] = Math.max(largest[code] as number, Math.abs(gradient))
        moved = true
      }
      if (!moved) continue
      for (let at = from; at < until; at++) {
        const [base, value] = [rows[at] as number, values[at] as number]
        for (let code = 0; code < codes; code++) weights[base + code] = (weights[base + code] as number) + value * (steps[code] as number)
      }
    }
    for (let code = 0; code < codes; code++) if ((largest[code] as number) < smallestStep) isDone[code] = true
  }
  return { codes, rowOf, weights, bias, isLearnt }
}

const mostRounds = 40
const smallestStep = 0.05

/** What a mistake costs, halved and turned about as the method wants it. */
function costsOf(size: number, taught: Int8Array, codes: number, cost: number) {
  const [has, hasNot] = [new Float64Array(codes), new Float64Array(codes)]
  taught.forEach((sign, slot) => {
    const side = sign > 0 ? has : hasNot
    if (sign !== 0) side[slot % codes] = (side[slot % codes] as number) + 1
  })
  const diagonal = new Float64Array(size * codes)
  taught.forEach((sign, slot) => {
    const [yes, no] = [has[slot % codes] as number, hasNot[slot % codes] as number]
    if (sign !== 0) diagonal[slot] = (sign > 0 ? yes : no) / (cost * (yes + no))
  })
  return { diagonal, isLearnt: Array.from(has, (yes, code) => yes > 0 && (hasNot[code] as number) > 0) }
}

/**
 * The scores of texts: `size × codes` numbers; `unseen` for a code without a plane.
 *
 * @example
 * const features = { size: 2, width: 1, starts: Uint32Array.of(0, 1, 2), columns: Uint32Array.of(0, 0), values: Float32Array.of(1, -1) }
 * const scores = scoreTexts(features, trainSeparators(features, Int8Array.of(1, -1), 1))
 * scores[0] > scores[1] // => true
 */
export function scoreTexts({ size, starts, columns, values }: Features, { codes, rowOf, weights, bias, isLearnt }: Separators, unseen = -0.8): Float64Array {
  const scores = new Float64Array(size * codes)
  const own = new Float64Array(codes)
  for (let text = 0; text < size; text++) {
    own.set(bias)
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) {
      const row = rowOf[columns[at] as number] as number
      if (row < 0) continue
      const [base, value] = [row * codes, values[at] as number]
      for (let code = 0; code < codes; code++) own[code] = (own[code] as number) + value * (weights[base + code] as number)
    }
    for (let code = 0; code < codes; code++) scores[text * codes + code] = isLearnt[code] ? (own[code] as number) : unseen
  }
  return scores
}
