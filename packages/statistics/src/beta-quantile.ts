import { betaCdf } from './beta-cdf.ts'
import { betaDensity } from './beta-density.ts'

/**
 * The point that the share p of the beta distribution with parameters a, b lies under.
 *
 * Method: Newton's on the distribution function, kept inside a bracket that is halved whenever a step would leave it;
 * the side with the small tail is solved for, so that a quantile near 0 or 1 keeps its digits. Agrees with R's qbeta
 * to 1e-8 and better. Throws RangeError when p is outside [0, 1], or a or b is not above 0.
 *
 * @example
 * betaQuantile(0.05, 18.5, 3.5) // ≈ 0.69961033359
 * betaQuantile(0.95, 0.5, 21.5) // ≈ 0.08640965705
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`betaQuantile needs a share between 0 and 1, not ${p}`)
  if (!(a > 0 && b > 0)) throw new RangeError(`betaQuantile needs parameters above 0, not ${a} and ${b}`)
  if (p === 0 || p === 1) return p
  return betaCdf(0.5, a, b) < p ? 1 - solve(1 - p, b, a) : solve(p, a, b)
}

function solve(p: number, a: number, b: number): number {
  let low = 0
  let high = 1
  let x = a / (a + b)
  for (let step = 0; step < mostSteps; step++) {
    const excess = betaCdf(x, a, b) - p
    if (excess === 0) return x
    if (excess > 0) high = x
    else low = x
    const newton = x - excess / betaDensity(x, a, b)
    const next = newton > low && newton < high ? newton : middle(low, high)
    if (Math.abs(next - x) <= 1e-14 * x) return next
    x = next
  }
  return x
}

// Halving by factors finds a quantile of 1e-60 as soon as one of 0.3.
function middle(low: number, high: number): number {
  if (low > 0) return Math.sqrt(low) * Math.sqrt(high)
  return high > 1e-300 ? Math.max(1e-300, high * Math.min(0.5, high)) : high / 2
}

const mostSteps = 500
