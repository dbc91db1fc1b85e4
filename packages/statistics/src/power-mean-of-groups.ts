import type { SupportEstimate } from './shrink-support.ts'

/**
 * One figure for the support in several groups, where groups weigh as declared: equally when nothing is declared, never by their heads.
 *
 * Method: the power mean (Σ w θᵖ)^(1/p) of the shrunken supports; p = 1 is the mean, 0 the geometric mean, -10 near the minimum.
 * Throws RangeError when there is no group, or the declared weights of those there are sum to nothing.
 *
 * @example
 * const estimates = shrinkSupport([{ group: 'a', theme: 't', for: 99, against: 0, asked: 99 }, { group: 'b', theme: 't', for: 24, against: 74, asked: 98 }], { census: ['a', 'b'] })
 * powerMeanOfGroups(estimates, { power: 1 }) // ≈ 0.6224
 * powerMeanOfGroups(estimates, { power: 0 }) // ≈ 0.4949
 */
export function powerMeanOfGroups(estimates: readonly SupportEstimate[], { power = 0, weights }: { power?: number; weights?: Readonly<Record<string, number>> } = {}): number {
  if (estimates.length === 0) throw new RangeError('A mean of groups needs a group')
  const weighted = estimates.map(({ group, mean }) => ({ mean, weight: weights === undefined ? 1 : (weights[group] ?? 0) }))
  const all = weighted.reduce((sum, { weight }) => sum + weight, 0)
  if (!(all > 0)) throw new RangeError('The weights of the groups sum to nothing')
  if (power === 0) return Math.exp(weighted.reduce((sum, { mean, weight }) => sum + (weight / all) * Math.log(mean), 0))
  return weighted.reduce((sum, { mean, weight }) => sum + (weight / all) * mean ** power, 0) ** (1 / power)
}
