import { betaCdf } from './beta-cdf.ts'
import { drawBeta } from './draw-beta.ts'
import { seededRandom } from './seeded-random.ts'
import type { Posterior, SupportEstimate } from './shrink-support.ts'

export type ConsensusScore = {
  /** Support in the least supportive group: what to expect, and from where to where. */
  readonly minimum: { readonly mean: number; readonly low: number; readonly high: number }
  /** The probability that more than half support the theme in every group. */
  readonly allAboveHalf: number
}

/**
 * How far one theme is shared: the support in whichever group supports it least. Themes are ranked by `minimum.mean`.
 *
 * Method: E[min] is the mean of the lowest group over seeded draws from the posteriors (2,000; its standard error is
 * then at most 0.012, mostly about 0.001; `expectedMinimum` has the exact integral). The interval is [min low, min high] of
 * the groups' own intervals, which covers the truth 89 times of 100 at level 0.9, where the quantiles of the drawn
 * minimum cover 80. P(all above ½) is the product of the groups' 1 - F(½). A census group stands at its point.
 * The order and the names of the groups change nothing. Throws RangeError when there is no group, or draws is not a whole number above 0.
 *
 * @example
 * const estimates = shrinkSupport([
 *   { group: 'residents', theme: 'buses', for: 9, against: 1, asked: 10 },
 *   { group: 'staff', theme: 'buses', for: 8, against: 2, asked: 10 },
 * ])
 * const score = consensusScore(estimates, { seed: 1 })
 * score.minimum // ≈ { mean: 0.745, low: 0.548, high: 0.94 }
 * score.allAboveHalf // ≈ 0.970
 */
export function consensusScore(estimates: readonly SupportEstimate[], { seed, draws = 2000 }: { readonly seed: number; readonly draws?: number }): ConsensusScore {
  if (estimates.length === 0) throw new RangeError('consensusScore needs at least one group that took a stand')
  if (!(Number.isInteger(draws) && draws > 0)) throw new RangeError(`consensusScore needs a whole number of draws, not ${draws}`)
  return {
    minimum: {
      mean: meanOfMinima(estimates, seed, draws),
      low: Math.min(...estimates.map((estimate) => estimate.low)),
      high: Math.min(...estimates.map((estimate) => estimate.high)),
    },
    allAboveHalf: allAboveHalf(estimates),
  }
}

/** The product over the groups of the probability that support is over ½. */
export function allAboveHalf(estimates: readonly SupportEstimate[]): number {
  const probabilities = estimates.map(({ posterior }) => aboveHalf(posterior)).toSorted((one, other) => one - other)
  return probabilities.reduce((product, probability) => product * probability, 1)
}

function aboveHalf(posterior: Posterior): number {
  if ('point' in posterior) return posterior.point > 0.5 ? 1 : 0
  // The other side's tail, for 1 - F loses the digits of what is nearly certain not to be.
  return betaCdf(0.5, posterior.b, posterior.a)
}

function meanOfMinima(estimates: readonly SupportEstimate[], seed: number, draws: number): number {
  const random = seededRandom(seed)
  const minima = new Float64Array(draws).fill(1)
  // Ordered by what they say, so that neither the order nor the names of the groups change the figure.
  const posteriors = estimates.map((estimate) => estimate.posterior).toSorted((one, other) => mean(one) - mean(other) || size(one) - size(other))
  for (const posterior of posteriors) {
    for (let draw = 0; draw < draws; draw++) {
      const support = 'point' in posterior ? posterior.point : drawBeta(random, posterior.a, posterior.b)
      minima[draw] = Math.min(minima[draw] ?? 1, support)
    }
  }
  return minima.reduce((sum, minimum) => sum + minimum, 0) / draws
}

function mean(posterior: Posterior): number {
  return 'point' in posterior ? posterior.point : posterior.a / (posterior.a + posterior.b)
}

function size(posterior: Posterior): number {
  return 'point' in posterior ? Infinity : posterior.a + posterior.b
}
