import type { GroupStatistic } from './group-statistics.ts'

/**
 * For each statement the chance that one drawn from each group all agree: the product of the groups' smoothed shares.
 *
 * Method: Polis' group-aware-consensus, Π_g (A_gj + 1) / (S_gj + 2).
 *
 * @example
 * const table = voteTable({ participants: 2, statements: 1, participant: [0, 1], statement: [0, 0], vote: [1, 1] })
 * groupInformedConsensus(groupStatistics(table, [0, 1], 2)) // ≈ [0.444]
 */
export function groupInformedConsensus(statistics: readonly (readonly GroupStatistic[])[]): number[] {
  return (statistics[0] ?? []).map((_, what) => statistics.reduce((product, group) => product * (group[what]?.agreeShare ?? 1), 1))
}
