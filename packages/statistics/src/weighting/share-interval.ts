import { betaQuantile } from '../beta-quantile.ts'
import type { Interval } from '../wilson-interval.ts'
import { studentQuantile } from './student-quantile.ts'

/**
 * An interval for a share that was estimated with a standard error from so many weighted answers.
 *
 * Method: `logit`, symmetric on the log odds with Student's t on n - 1 degrees of freedom; `beta`, Clopper and Pearson's with the
 * effective number of answers (Korn & Graubard 1998). As svyciprop in R's survey package. Throws RangeError when the share is not
 * strictly between 0 and 1.
 *
 * @example
 * shareInterval(0.5, 0.05, 100) // ≈ { low: 0.402071, high: 0.597929 }
 */
export function shareInterval(
  share: number,
  standardError: number,
  answers: number,
  { level = 0.95, method = 'logit' }: { level?: number; method?: 'logit' | 'beta' } = {},
): Interval {
  if (!(share > 0 && share < 1)) throw new RangeError(`A share strictly between 0 and 1 is needed, not ${share}`)
  const tail = (1 - level) / 2
  if (method === 'logit') {
    const [middle, half] = [Math.log(share / (1 - share)), (studentQuantile(1 - tail, answers - 1) * standardError) / (share * (1 - share))]
    return { low: 1 / (1 + Math.exp(half - middle)), high: 1 / (1 + Math.exp(-half - middle)) }
  }
  const effective = (share * (1 - share)) / standardError ** 2
  const successes = share * effective
  return { low: betaQuantile(tail, successes, effective - successes + 1), high: betaQuantile(1 - tail, successes + 1, effective - successes) }
}
