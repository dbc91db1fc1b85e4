import { betaCdf } from './beta-cdf.ts'
import { betaDensity } from './beta-density.ts'
import type { Posterior, SupportEstimate } from './shrink-support.ts'

export type Difference = {
  readonly higher: string
  readonly lower: string
  /** Between the two shrunken supports. */
  readonly range: number
  /** How likely the first really supports it more than the second. */
  readonly probability: number
}

/**
 * The two groups that differ most about a theme; undefined when fewer than two took a stand.
 *
 * Method: the largest distance between shrunken supports; P(θ_g > θ_h) = ∫ f_g F_h by Simpson's rule in 2,000 parts. Two census groups
 * differ for certain or not at all.
 *
 * @example
 * const estimates = shrinkSupport([{ group: 'a', theme: 't', for: 30, against: 0, asked: 30 }, { group: 'b', theme: 't', for: 1, against: 20, asked: 21 }])
 * largestDifference(estimates).higher // => 'a'
 * largestDifference(estimates).probability // ≈ 1.00
 */
export function largestDifference(estimates: readonly SupportEstimate[]): Difference | undefined {
  const [lowest, highest] = [byMean(estimates)[0], byMean(estimates).at(-1)]
  if (!lowest || !highest || lowest === highest) return undefined
  return { higher: highest.group, lower: lowest.group, range: highest.mean - lowest.mean, probability: probabilityOver(highest.posterior, lowest.posterior) }
}

function byMean(estimates: readonly SupportEstimate[]): SupportEstimate[] {
  return estimates.toSorted((one, other) => one.mean - other.mean || (one.group < other.group ? -1 : 1))
}

function probabilityOver(one: Posterior, other: Posterior): number {
  if ('point' in one) return below(other, one.point)
  if ('point' in other) return 1 - below(one, other.point)
  let sum = 0
  for (let at = 0; at <= parts; at++) {
    // The ends have no mass, and may have an infinite density.
    const x = Math.min(1 - 1e-9, Math.max(1e-9, at / parts))
    const weight = at === 0 || at === parts ? 1 : at % 2 === 1 ? 4 : 2
    sum += weight * betaDensity(x, one.a, one.b) * betaCdf(x, other.a, other.b)
  }
  return Math.min(1, sum / (3 * parts))
}

const parts = 2000

function below(posterior: Posterior, x: number): number {
  if ('point' in posterior) return posterior.point < x ? 1 : 0
  return betaCdf(x, posterior.a, posterior.b)
}
