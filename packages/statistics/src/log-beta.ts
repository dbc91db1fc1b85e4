import { logGamma } from './log-gamma.ts'

/**
 * The natural logarithm of the beta function B(a, b) = Γ(a)Γ(b) / Γ(a + b) (DLMF 5.12.1), for a, b > 0.
 * Throws RangeError when a or b is not above 0.
 *
 * @example
 * logBeta(2, 3) // ≈ -2.48490664979
 */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b)
}
