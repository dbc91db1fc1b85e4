import type { VoteTable } from './vote-table.ts'

/** What one group says of one statement, beside everybody else who is in a group. */
export type GroupStatistic = {
  readonly agree: number
  readonly disagree: number
  /** All votes, pass among them. */
  readonly seen: number
  /** Smoothed shares, (agree + 1) / (seen + 2) and likewise. */
  readonly agreeShare: number
  readonly disagreeShare: number
  /** One-proportion tests against one half. */
  readonly agreeTest: number
  readonly disagreeTest: number
  /** The smoothed share beside that of all other groups together: representativeness. */
  readonly agreeRatio: number
  readonly disagreeRatio: number
  /** Two-proportion tests against all other groups together. */
  readonly agreeRatioTest: number
  readonly disagreeRatioTest: number
}

/** Polis' test of one share against one half: 2√(n + 1) ((s + 1) / (n + 1) - ½). */
export function proportionTest(successes: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5)
}

/** Polis' test of two shares, one added to every count; 0 where both are 1. */
export function twoProportionTest(successesIn: number, successesOut: number, trialsIn: number, trialsOut: number): number {
  const [s1, s2, n1, n2] = [successesIn + 1, successesOut + 1, trialsIn + 1, trialsOut + 1]
  const pooled = (s1 + s2) / (n1 + n2)
  return pooled === 1 ? 0 : (s1 / n1 - s2 / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
}

/**
 * The statistics of every group and statement, `[group][statement]`, given each participant's group (-1: in none).
 *
 * Method: Polis' (repness.clj, stats.clj in compdemocracy/polis), with agree as 1.
 *
 * @example
 * const table = voteTable({ participants: 2, statements: 1, participant: [0, 1], statement: [0, 0], vote: [1, -1] })
 * groupStatistics(table, [0, 1], 2)[0][0].agreeRatio // => 2
 */
export function groupStatistics(table: VoteTable, groups: ArrayLike<number>, count: number): GroupStatistic[][] {
  const counted = countsByGroup(table, groups, count)
  const total = new Uint32Array(table.statements * 3)
  for (const each of counted) for (let at = 0; at < total.length; at++) total[at] = (total[at] as number) + (each[at] as number)
  const read = (counts: Uint32Array, what: number) => {
    const [disagree, pass, agree] = [counts[what * 3] as number, counts[what * 3 + 1] as number, counts[what * 3 + 2] as number]
    return { agree, disagree, seen: agree + disagree + pass }
  }
  return counted.map((counts) =>
    Array.from({ length: table.statements }, (_, what) => {
      const [own, all] = [read(counts, what), read(total, what)]
      return statisticOf(own, { agree: all.agree - own.agree, disagree: all.disagree - own.disagree, seen: all.seen - own.seen })
    }),
  )
}

/** Counts of every group in one pass over the votes. */
export function countsByGroup({ participants, statements, starts, codes }: VoteTable, groups: ArrayLike<number>, count: number): Uint32Array[] {
  const counted = Array.from({ length: count }, () => new Uint32Array(statements * 3))
  for (let who = 0; who < participants; who++) {
    const counts = counted[groups[who] as number]
    if (!counts) continue
    const until = starts[who + 1] as number
    for (let at = starts[who] as number; at < until; at++) {
      const code = codes[at] as number
      counts[code] = (counts[code] as number) + 1
    }
  }
  return counted
}

type Seen = { readonly agree: number; readonly disagree: number; readonly seen: number }

function statisticOf({ agree, disagree, seen }: Seen, others: Seen): GroupStatistic {
  const [agreeShare, disagreeShare] = [(agree + 1) / (seen + 2), (disagree + 1) / (seen + 2)]
  return {
    agree,
    disagree,
    seen,
    agreeShare,
    disagreeShare,
    agreeTest: proportionTest(agree, seen),
    disagreeTest: proportionTest(disagree, seen),
    agreeRatio: agreeShare / ((others.agree + 1) / (others.seen + 2)),
    disagreeRatio: disagreeShare / ((others.disagree + 1) / (others.seen + 2)),
    agreeRatioTest: twoProportionTest(agree, others.agree, seen, others.seen),
    disagreeRatioTest: twoProportionTest(disagree, others.disagree, seen, others.seen),
  }
}
