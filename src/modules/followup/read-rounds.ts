import type { Day } from '#kernel/day'
import { type RoundState, roundState } from './rules/round-state.ts'
import * as store from './store.server.ts'

type Verdict = 'met' | 'partly' | 'not-met' | 'cannot-be-judged'

export type JudgementReading = {
  readonly id: string
  readonly roundId: string
  readonly roundName: string
  readonly covers: string
  readonly goalId: string
  readonly revision: number
  readonly kind: 'forecast' | 'outcome'
  readonly proposed: Verdict
  readonly judged: Verdict
  readonly motivation: string | null
  readonly calculation: unknown
  readonly provenance: 'recorded' | 'sourced' | 'invented'
  readonly by: string
  readonly judgedAt: string
}
export type RoundReading = {
  readonly id: string
  readonly planVersionId: string
  readonly name: string
  readonly kind: 'T1' | 'half-year' | 'year' | 'monthly'
  readonly covers: string
  readonly opensOn: Day
  readonly closesOn: Day
  readonly state: RoundState
  readonly lockedAt: string | undefined
  readonly duties: readonly {
    readonly id: string
    readonly goalId: string | null
    readonly activityId: string | null
    readonly organ: string
    readonly organId: string
    readonly dueOn: Day
  }[]
  readonly judgements: readonly JudgementReading[]
}

/** Rounds with their duties and the judgements that hold; four statements whatever their number. */
export async function readRounds(on: Day, wish: { planVersionIds?: readonly string[] } = {}): Promise<RoundReading[]> {
  const rows = await store.listRoundRows(wish.planVersionIds)
  const ids = rows.map(({ id }) => id)
  const [lockings, duties, judged] = [await store.listLockings(ids), await store.listDutyRows(ids), latest(await store.listJudgementRows({ roundIds: ids }))]
  return rows.map((round) => {
    const own = lockings.filter(({ roundId }) => roundId === round.id).map(({ lockedAt, reopenedAt }) => ({ lockedAt, reopened: reopenedAt !== null }))
    return {
      ...round,
      state: roundState({ ...round, lockings: own }, on),
      lockedAt: own.findLast(({ reopened }) => !reopened)?.lockedAt,
      duties: duties.filter(({ duty }) => duty.roundId === round.id).map(({ duty, organ }) => ({ ...duty, organ })),
      judgements: judged.filter(({ roundId }) => roundId === round.id),
    }
  })
}

/** The judgements of goals through the rounds, the latest revision of each; one statement. */
export async function readJudgements(goalIds: readonly string[]): Promise<JudgementReading[]> {
  return latest(await store.listJudgementRows({ goalIds }))
}

function latest(rows: Awaited<ReturnType<typeof store.listJudgementRows>>): JudgementReading[] {
  const held = new Map<string, JudgementReading>()
  for (const { judgement, round, by } of rows) held.set(`${judgement.roundId} ${judgement.goalId}`, { ...judgement, roundName: round.name, covers: round.covers, by })
  return [...held.values()]
}
