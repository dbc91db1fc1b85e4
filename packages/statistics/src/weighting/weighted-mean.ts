import type { Margin } from './rake.ts'

/**
 * The weighted mean of a variable and its standard error when the weights were made to fit margins: what the margins explain of the
 * variable is no longer uncertain.
 *
 * Method: linearisation, with residuals on the margins as in R's survey package (Lumley 2010, ch. 7; svyrecvar): the influence
 * w_i (y_i - m) / Σw divided by the weight is freed from its mean within each level, margin by margin, ten rounds; then
 * n / (n - 1) Σ z². Respondents drawn independently of each other are assumed, and no finite population correction.
 *
 * Throws RangeError for fewer than two respondents.
 *
 * @example
 * weightedMean([1, 1, 0, 0], [1, 1, 1, 1]) // ≈ { mean: 0.5, standardError: 0.288675 }
 * weightedMean([1, 1, 0, 0], [1, 1, 1, 1], [{ name: 'same', of: [0, 0, 1, 1], totals: [2, 2] }]).standardError // ≈ 0
 */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>, margins: readonly Margin[] = []): { readonly mean: number; readonly standardError: number } {
  const n = values.length
  if (n < 2) throw new RangeError('A standard error needs two respondents')
  let [sum, mass] = [0, 0]
  for (let who = 0; who < n; who++) {
    sum += (weights[who] as number) * (values[who] as number)
    mass += weights[who] as number
  }
  const mean = sum / mass
  const residuals = Float64Array.from({ length: n }, (_, who) => ((values[who] as number) - mean) / mass)
  for (let round = 0; round < 10; round++) for (const margin of margins) freeFromLevels(residuals, margin)
  const parts = residuals.map((residual, who) => residual * (weights[who] as number))
  const middle = parts.reduce((total, part) => total + part, 0) / n
  const squares = parts.reduce((total, part) => total + (part - middle) ** 2, 0)
  return { mean, standardError: Math.sqrt((n / (n - 1)) * squares) }
}

function freeFromLevels(residuals: Float64Array, { of, totals }: Margin): void {
  const [sums, counts] = [new Float64Array(totals.length), new Float64Array(totals.length)]
  for (let who = 0; who < residuals.length; who++) {
    const level = of[who] as number
    if (level < 0) continue
    sums[level] = (sums[level] as number) + (residuals[who] as number)
    counts[level] = (counts[level] as number) + 1
  }
  for (let who = 0; who < residuals.length; who++) {
    const level = of[who] as number
    if (level >= 0) residuals[who] = (residuals[who] as number) - (sums[level] as number) / (counts[level] as number)
  }
}
