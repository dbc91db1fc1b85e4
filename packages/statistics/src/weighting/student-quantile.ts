import { betaQuantile } from '../beta-quantile.ts'

/**
 * The quantile of Student's t distribution.
 *
 * Method: by the beta quantile, t² = df (1 - x) / x with x ~ Beta(df / 2, ½). Throws RangeError unless 0 < p < 1 and df > 0.
 *
 * @example
 * studentQuantile(0.975, 10) // ≈ 2.228139
 */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1 && df > 0)) throw new RangeError(`No t quantile at ${p} with ${df} degrees of freedom`)
  if (p === 0.5) return 0
  const x = betaQuantile(2 * Math.min(p, 1 - p), df / 2, 0.5)
  return Math.sign(p - 0.5) * Math.sqrt((df * (1 - x)) / x)
}
