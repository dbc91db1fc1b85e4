import type { Features } from './text-features.ts'

/** One plane: a text's score is its features times the weights, plus the bias. */
export type Separator = { readonly weights: Float32Array; readonly bias: number }

/**
 * The plane that best parts the texts that have a code from those that have not.
 *
 * Method: linear support vector machine with squared hinge loss by dual coordinate descent (Hsieh et al. 2008), C = 0.5, the rarer side weighing
 * more (n / 2n_side), the bias as one more feature; in the order given, until no step is over 0.01 or 60 rounds.
 *
 * @example
 * const features = { size: 2, width: 1, starts: Uint32Array.of(0, 1, 2), columns: Uint32Array.of(0, 0), values: Float32Array.of(1, -1) }
 * const { weights } = trainSeparator(features, [0, 1], [true, false])
 * weights[0] > 0.5 // => true
 */
export function trainSeparator({ width, starts, columns, values }: Features, texts: readonly number[], has: readonly boolean[], cost = 0.5): Separator {
  const weights = new Float32Array(width)
  let bias = 0
  const positive = has.filter(Boolean).length
  const costs = has.map((each) => (cost * has.length) / (2 * Math.max(1, each ? positive : has.length - positive)))
  const alpha = new Float64Array(texts.length)
  const lengths = texts.map((text) => {
    let squares = 1
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) squares += (values[at] as number) ** 2
    return squares
  })
  for (let round = 0; round < 60; round++) {
    let largest = 0
    texts.forEach((text, each) => {
      const sign = has[each] ? 1 : -1
      let score = bias
      const [from, until] = [starts[text] as number, starts[text + 1] as number]
      for (let at = from; at < until; at++) score += (weights[columns[at] as number] as number) * (values[at] as number)
      const diagonal = 1 / (2 * (costs[each] as number))
      const gradient = sign * score - 1 + diagonal * (alpha[each] as number)
      const before = alpha[each] as number
      const after = Math.max(0, before - gradient / ((lengths[each] as number) + diagonal))
      const step = (after - before) * sign
      if (step === 0) return
      alpha[each] = after
      bias += step
      for (let at = from; at < until; at++) weights[columns[at] as number] = (weights[columns[at] as number] as number) + step * (values[at] as number)
      largest = Math.max(largest, Math.abs(gradient))
    })
    if (largest < 0.01) break
  }
  return { weights, bias }
}

/** The score of one text. */
export function scoreOf({ starts, columns, values }: Features, text: number, { weights, bias }: Separator): number {
  let score = bias
  for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) score += (weights[columns[at] as number] as number) * (values[at] as number)
  return score
}
