import { allAboveHalf } from './consensus-score.ts'
import type { SupportEstimate } from './shrink-support.ts'

export const themeLabels = ['consensus', 'likely', 'split', 'uncertain'] as const
export type ThemeLabel = (typeof themeLabels)[number]

/**
 * What may be said of one theme, from its groups' estimates. `consensus`: every group's lower bound is over ½.
 * `likely`: the probability that all groups are over ½ is at least 0.8. `split`: one group's upper bound is under ½
 * while another's lower bound is over. `uncertain`: anything else, also when no group took a stand.
 *
 * A group is counted once, whatever its size: 21 elected against outweigh no one and are outweighed by no one. The
 * bounds of a census group are its share itself, so that a census alone can make a theme split; one that stands at
 * exactly ½ is on neither side.
 *
 * @example
 * const estimates = shrinkSupport([
 *   { group: 'residents', theme: 'wind', for: 380, against: 20, asked: 400 },
 *   { group: 'elected', theme: 'wind', for: 4, against: 17, asked: 21 },
 * ], { census: ['elected'] })
 * labelTheme(estimates) // => 'split'
 */
export function labelTheme(estimates: readonly SupportEstimate[]): ThemeLabel {
  if (estimates.length === 0) return 'uncertain'
  if (estimates.every((estimate) => estimate.low > 0.5)) return 'consensus'
  if (allAboveHalf(estimates) >= likelyFrom) return 'likely'
  const against = estimates.some((estimate) => estimate.high < 0.5)
  return against && estimates.some((estimate) => estimate.low > 0.5) ? 'split' : 'uncertain'
}

const likelyFrom = 0.8
