import { betaQuantile } from '../beta-quantile.ts'
import type { Interval } from '../wilson-interval.ts'

/**
 * The exact interval of a share: never covers less often than it says, mostly oftener.
 *
 * Method: Clopper & Pearson 1934, by beta quantiles. Throws RangeError unless 0 ≤ successes ≤ trials and trials > 0.
 *
 * @example
 * exactInterval(8, 10) // ≈ { low: 0.443905, high: 0.974789 }
 */
export function exactInterval(successes: number, trials: number, level = 0.95): Interval {
  check(successes, trials)
  const tail = (1 - level) / 2
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, trials - successes + 1),
    high: successes === trials ? 1 : betaQuantile(1 - tail, successes + 1, trials - successes),
  }
}

/**
 * The equal-tailed interval of a share when nothing was known before: on average covers as often as it says.
 *
 * Method: Jeffreys' prior Beta(½, ½); at no successes the lower bound is 0 and at none but successes the upper is 1, as Brown, Cai &
 * DasGupta 2001 advise. Throws RangeError as `exactInterval`.
 *
 * @example
 * jeffreysInterval(8, 10) // ≈ { low: 0.497226, high: 0.955941 }
 */
export function jeffreysInterval(successes: number, trials: number, level = 0.95): Interval {
  check(successes, trials)
  const [tail, a, b] = [(1 - level) / 2, successes + 0.5, trials - successes + 0.5]
  return { low: successes === 0 ? 0 : betaQuantile(tail, a, b), high: successes === trials ? 1 : betaQuantile(1 - tail, a, b) }
}

function check(successes: number, trials: number): void {
  if (!(successes >= 0 && successes <= trials && trials > 0)) throw new RangeError(`${successes} of ${trials} is no share`)
}
