import { betaQuantile } from './beta-quantile.ts'
import { estimateKappa } from './estimate-kappa.ts'

/** What one group said of one theme. The unit (persons, or notes) is the group's own; two units are never added. */
export type StanceCount = {
  readonly group: string
  readonly theme: string
  readonly for: number
  readonly against: number
  /** Those who had the chance to speak of the theme. 0: the group was never asked. */
  readonly asked: number
  /** Those who spoke of it, also without a stand. for + against when not given. */
  readonly mentioned?: number
}

/** Where a support lies: a beta distribution, or for a census group one point. */
export type Posterior = { readonly a: number; readonly b: number } | { readonly point: number }

export type SupportEstimate = {
  readonly group: string
  readonly theme: string
  readonly census: boolean
  /** for / (for + against), as counted. */
  readonly share: number
  /** Shrunken support; for a census the share itself. */
  readonly mean: number
  readonly low: number
  readonly high: number
  readonly posterior: Posterior
}

export type ShrinkOptions = {
  /** Groups that were asked in full: their shares have no sampling error. */
  readonly census?: readonly string[]
  /** Of the interval between low and high: 0.9. */
  readonly level?: number
  /** What the prior's weight is multiplied by, to see what hangs on it: 1. */
  readonly priorWeight?: number
}

/**
 * Each group's support for each theme, drawn a little towards what the other groups say: one estimate for each count
 * where somebody took a stand, in the order of the counts. Where nobody did there is no estimate: not mentioning a
 * theme is never being against it.
 *
 * Method: beta-binomial, empirical Bayes. With y for of n that took a stand, support ~ Beta(κm, κ(1 - m)), where m is
 * the mean over the *other* groups of (y + 1) / (n + 2), equal weight per group, clipped to [0.03, 0.97], and κ is
 * the group's own, of largest marginal likelihood over its themes (grid 1 to 200), at most half of the most that took
 * a stand in the group, and in each theme at most n: the prior never weighs more than what the group itself says. The
 * posterior is Beta(κm + y, κ(1 - m) + n - y), its mean and equal-tailed interval; a prior count under ½ is made ½, as in
 * Jeffreys' prior, for else 20 of 20 in a group that goes its own way would come out as all but certain. A group with stands in fewer than
 * eight themes, or alone with a theme, has Jeffreys' Beta(½, ½) for prior. Effective counts of a weighted survey may
 * have decimals.
 *
 * A census group is neither shrunk nor given an interval: mean, low and high are its raw share. What is known in full
 * is the stand of *those who took one*; nothing is said of the members who took none. A group of which only a part
 * answered is a sample, not a census.
 *
 * Throws RangeError on a count that is negative or not finite, on more mentions than asked, and on a group that has two counts of the same theme.
 *
 * @example
 * const [staff, elected] = shrinkSupport([
 *   { group: 'staff', theme: 'buses', for: 720, against: 280, asked: 1000 },
 *   { group: 'elected', theme: 'buses', for: 14, against: 7, asked: 21 },
 * ], { census: ['elected'] })
 * staff.posterior // => { a: 720.5, b: 280.5 }
 * [staff.mean, staff.low, staff.high] // ≈ [0.7197802, 0.6961945, 0.7428664]
 * [elected.mean, elected.low, elected.high] // ≈ [0.6666667, 0.6666667, 0.6666667]
 */
export function shrinkSupport(counts: readonly StanceCount[], { census = [], level = 0.9, priorWeight = 1 }: ShrinkOptions = {}): SupportEstimate[] {
  if (!(level > 0 && level < 1)) throw new RangeError(`A level lies between 0 and 1, not at ${level}`)
  checkCounts(counts)
  const spoken = counts.filter((count) => count.for + count.against > 0)
  // Sums in one order whatever order the counts came in: the last digit then does not depend on it either.
  const ordered = spoken.toSorted((one, other) => byText(one.theme, other.theme) || byText(one.group, other.group))
  const priorMeans = priorMeansOf(ordered)
  const kappas = kappasOf(ordered, priorMeans)
  return spoken.map((count) => {
    const { group, theme } = count
    const share = count.for / (count.for + count.against)
    if (census.includes(group)) return { group, theme, census: true, share, mean: share, low: share, high: share, posterior: { point: share } }
    const kappa = kappas.get(group)
    const { a, b } = posteriorOf(count, priorMeans.get(count), kappa === undefined ? undefined : kappa * priorWeight)
    const tail = (1 - level) / 2
    return { group, theme, census: false, share, mean: a / (a + b), low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b), posterior: { a, b } }
  })
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function checkCounts(counts: readonly StanceCount[]): void {
  const seen = new Set<string>()
  for (const count of counts) {
    const { group, theme, asked, mentioned = count.for + count.against } = count
    const figures = [count.for, count.against, asked, mentioned]
    if (!figures.every((figure) => Number.isFinite(figure) && figure >= 0)) throw new RangeError(`Counts are 0 or more: ${group}, ${theme}: ${figures.join(', ')}`)
    // Weighted counts are rounded in their last digit: a hair over is not more.
    if (count.for + count.against > mentioned * rounding || mentioned > asked * rounding)
      throw new RangeError(`More took a stand than spoke, or more spoke than were asked: ${group}, ${theme}: ${figures.join(', ')}`)
    const key = JSON.stringify([group, theme])
    if (seen.has(key)) throw new RangeError(`Counted twice: ${group}, ${theme}`)
    seen.add(key)
  }
}

const rounding = 1 + 1e-9

/** By count; none for a group that is alone with the theme. */
function priorMeansOf(spoken: readonly StanceCount[]): Map<StanceCount, number> {
  const means = new Map<StanceCount, number>()
  for (const ofTheme of Map.groupBy(spoken, (count) => count.theme).values()) {
    const smoothed = ofTheme.map((count) => (count.for + 1) / (count.for + count.against + 2))
    const sum = smoothed.reduce((total, share) => total + share, 0)
    ofTheme.forEach((count, index) => {
      if (ofTheme.length > 1) means.set(count, clip((sum - (smoothed[index] ?? 0)) / (ofTheme.length - 1)))
    })
  }
  return means
}

// A prior at 0 or 1 would forbid what may be true.
function clip(mean: number): number {
  return Math.min(0.97, Math.max(0.03, mean))
}

/** By group; none where the themes are too few to learn from. */
function kappasOf(spoken: readonly StanceCount[], priorMeans: ReadonlyMap<StanceCount, number>): Map<string, number> {
  const kappas = new Map<string, number>()
  for (const [group, ofGroup] of Map.groupBy(spoken, (count) => count.group)) {
    const themes = ofGroup.flatMap((count) => {
      const priorMean = priorMeans.get(count)
      return priorMean === undefined ? [] : [{ successes: count.for, trials: count.for + count.against, priorMean }]
    })
    const most = Math.max(...themes.map(({ trials }) => trials))
    if (themes.length >= fewestThemes) kappas.set(group, Math.min(estimateKappa(themes), most / 2))
  }
  return kappas
}

const fewestThemes = 8
const jeffreys = 0.5

function posteriorOf(count: StanceCount, priorMean: number | undefined, kappa: number | undefined): { a: number; b: number } {
  if (priorMean === undefined || kappa === undefined) return { a: count.for + jeffreys, b: count.against + jeffreys }
  const weight = Math.min(kappa, count.for + count.against)
  return { a: count.for + Math.max(jeffreys, weight * priorMean), b: count.against + Math.max(jeffreys, weight * (1 - priorMean)) }
}
