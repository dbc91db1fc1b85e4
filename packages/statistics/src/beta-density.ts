import { logBeta } from './log-beta.ts'

/**
 * The density of the beta distribution at x: x^(a-1) (1-x)^(b-1) / B(a, b). 0 outside [0, 1], infinite at an end the
 * distribution has a pole in. Throws RangeError when a or b is not above 0.
 *
 * @example
 * betaDensity(0.5, 2, 2) // ≈ 1.5
 * betaDensity(2, 2, 2) // => 0
 */
export function betaDensity(x: number, a: number, b: number): number {
  const logConstant = logBeta(a, b)
  if (x < 0 || x > 1) return 0
  return Math.exp(power(a - 1, Math.log(x)) + power(b - 1, Math.log1p(-x)) - logConstant)
}

// 0 × -∞ is what the flat end of a distribution comes to: x^0 is 1 also at 0.
function power(exponent: number, logBase: number): number {
  return exponent === 0 ? 0 : exponent * logBase
}
