import type { GroupStatistic } from './group-statistics.ts'

export type Representative = {
  readonly statement: number
  readonly direction: 'agree' | 'disagree'
  readonly share: number
  readonly ratio: number
  /** The statement of a group that is listed first because most agree with it; the others come by their metric. */
  readonly bestAgree: boolean
}

/**
 * The statements that say most of how a group differs from the others, at most five, those it agrees with first.
 *
 * Method: Polis' select-rep-comments (repness.clj): a statement is sufficient when both its tests in one direction pass 90 %
 * one-sided (1.2816); the metric is ratio × its test × share × its test; the best one that is agreed with always leads. Where
 * nothing is sufficient the list has the best one agreed with, else the one that differs most.
 *
 * @example
 * const table = voteTable({ participants: 2, statements: 1, participant: [0, 1], statement: [0, 0], vote: [1, -1] })
 * representativeStatements(groupStatistics(table, [0, 1], 2)[0])[0].direction // => 'agree'
 */
export function representativeStatements(statistics: readonly GroupStatistic[], setAside: ReadonlySet<number> = new Set(), most = 5): Representative[] {
  let best: number | undefined
  let farthest: number | undefined
  const sufficient: number[] = []
  const of = (what: number) => statistics[what] as GroupStatistic
  for (let what = 0; what < statistics.length; what++) {
    const each = of(what)
    if (setAside.has(what)) continue
    if (isSufficient(each)) sufficient.push(what)
    if (beatsBestAgree(each, best === undefined ? undefined : of(best))) best = what
    if (farthest === undefined || farness(each) > farness(of(farthest))) farthest = what
  }
  if (sufficient.length === 0) {
    const only = best ?? farthest
    return only === undefined ? [] : [representative(only, of(only), only === best)]
  }
  const ranked = sufficient.filter((what) => what !== best).sort((a, b) => metricOf(of(b)) - metricOf(of(a)) || a - b)
  const listed = (best === undefined ? ranked : [best, ...ranked]).slice(0, most).map((what) => representative(what, of(what), what === best))
  return [...listed.filter(({ direction }) => direction === 'agree'), ...listed.filter(({ direction }) => direction === 'disagree')]
}

// One-sided 90 %.
export const significant = 1.2816

function isSufficient({ agreeTest, agreeRatioTest, disagreeTest, disagreeRatioTest }: GroupStatistic): boolean {
  return (agreeRatioTest > significant && agreeTest > significant) || (disagreeRatioTest > significant && disagreeTest > significant)
}

function beatsBestAgree(each: GroupStatistic, best: GroupStatistic | undefined): boolean {
  if (each.agree === 0 && each.disagree === 0) return false
  if (best && best.agreeRatio > 1) return agreeMetric(each) > agreeMetric(best)
  if (best) return each.agreeShare * each.agreeTest > best.agreeShare * best.agreeTest
  return each.agreeTest > significant || (each.agreeRatio > 1 && each.agreeShare > 0.5)
}

function agreeMetric({ agreeRatio, agreeRatioTest, agreeShare, agreeTest }: GroupStatistic): number {
  return agreeRatio * agreeRatioTest * agreeShare * agreeTest
}

function farness({ agreeRatioTest, disagreeRatioTest }: GroupStatistic): number {
  return Math.max(agreeRatioTest, disagreeRatioTest)
}

function directionOf({ agreeRatioTest, disagreeRatioTest }: GroupStatistic): 'agree' | 'disagree' {
  return agreeRatioTest > disagreeRatioTest ? 'agree' : 'disagree'
}

function metricOf(each: GroupStatistic): number {
  return directionOf(each) === 'agree' ? agreeMetric(each) : each.disagreeRatio * each.disagreeRatioTest * each.disagreeShare * each.disagreeTest
}

function representative(statement: number, each: GroupStatistic, bestAgree: boolean): Representative {
  const direction = directionOf(each)
  return direction === 'agree'
    ? { statement, direction, share: each.agreeShare, ratio: each.agreeRatio, bestAgree }
    : { statement, direction, share: each.disagreeShare, ratio: each.disagreeRatio, bestAgree }
}
