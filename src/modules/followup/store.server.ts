import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '#db/database.server'
import { organNameOn, organs, persons } from '#people/tables'
import { activityStatuses, duties, judgements, lockings, lookedAt, reopenings, rounds } from './tables.ts'

export { transaction } from '#db/database.server'

export async function putRound(round: typeof rounds.$inferInsert) {
  const [row] = await db().insert(rounds).values(round).onConflictDoNothing().returning({ id: rounds.id })
  return row?.id
}
export async function putDuties(rows: (typeof duties.$inferInsert)[]) {
  if (rows.length > 0) await db().insert(duties).values(rows)
}
/** The round, held so that nobody locks it while it is written in. */
export async function findRound(id: string) {
  const [row] = await db().select().from(rounds).where(eq(rounds.id, id)).for('share')
  return row
}
export async function listRoundRows(planVersionIds?: readonly string[]) {
  return db()
    .select()
    .from(rounds)
    .where(planVersionIds ? inArray(rounds.planVersionId, [...planVersionIds]) : undefined)
    .orderBy(desc(rounds.opensOn))
}
export async function listLockings(roundIds: readonly string[]) {
  if (roundIds.length === 0) return []
  return db()
    .select({ id: lockings.id, roundId: lockings.roundId, lockedAt: lockings.lockedAt, reopenedAt: reopenings.reopenedAt, reason: reopenings.reason })
    .from(lockings)
    .leftJoin(reopenings, eq(reopenings.lockingId, lockings.id))
    .where(inArray(lockings.roundId, [...roundIds]))
    .orderBy(asc(lockings.lockedAt))
}
export async function listDutyRows(roundIds: readonly string[]) {
  if (roundIds.length === 0) return []
  return db()
    .select({ duty: duties, organ: organNameOn() })
    .from(duties)
    .innerJoin(organs, eq(organs.id, duties.organId))
    .where(inArray(duties.roundId, [...roundIds]))
}
export async function lastRevision(roundId: string, goalId: string) {
  const [row] = await db()
    .select()
    .from(judgements)
    .where(and(eq(judgements.roundId, roundId), eq(judgements.goalId, goalId)))
    .orderBy(desc(judgements.revision))
    .limit(1)
  return row
}
export async function putJudgement(judgement: typeof judgements.$inferInsert, measurementIds: readonly string[]) {
  const [row] = await db().insert(judgements).values(judgement).returning({ id: judgements.id })
  const id = row?.id ?? ''
  if (measurementIds.length > 0)
    await db()
      .insert(lookedAt)
      .values(measurementIds.map((measurementId) => ({ judgementId: id, measurementId })))
  return id
}
export async function listJudgementRows(wish: { roundIds: readonly string[] } | { goalIds: readonly string[] }) {
  const [column, ids] = 'roundIds' in wish ? ([judgements.roundId, wish.roundIds] as const) : ([judgements.goalId, wish.goalIds] as const)
  if (ids.length === 0) return []
  return db()
    .select({ judgement: judgements, round: rounds, by: persons.name })
    .from(judgements)
    .innerJoin(rounds, eq(rounds.id, judgements.roundId))
    .innerJoin(persons, eq(persons.id, judgements.judgedBy))
    .where(inArray(column, [...ids]))
    .orderBy(asc(rounds.opensOn), asc(judgements.revision))
}
export async function lastStatusRevision(roundId: string, activityId: string) {
  const [row] = await db()
    .select({ revision: activityStatuses.revision })
    .from(activityStatuses)
    .where(and(eq(activityStatuses.roundId, roundId), eq(activityStatuses.activityId, activityId)))
    .orderBy(desc(activityStatuses.revision))
    .limit(1)
  return row?.revision ?? 0
}
export async function putStatus(status: typeof activityStatuses.$inferInsert) {
  const [row] = await db().insert(activityStatuses).values(status).returning({ id: activityStatuses.id })
  return row?.id ?? ''
}
export async function listStatusRows(activityIds: readonly string[]) {
  if (activityIds.length === 0) return []
  return db()
    .select({ status: activityStatuses, roundName: rounds.name })
    .from(activityStatuses)
    .innerJoin(rounds, eq(rounds.id, activityStatuses.roundId))
    .where(inArray(activityStatuses.activityId, [...activityIds]))
    .orderBy(asc(rounds.opensOn), asc(activityStatuses.revision))
}
export async function putLocking(locking: typeof lockings.$inferInsert) {
  const [row] = await db().insert(lockings).values(locking).returning({ id: lockings.id })
  return row?.id ?? ''
}
export async function openLocking(roundId: string) {
  const [row] = await db()
    .select({ id: lockings.id })
    .from(lockings)
    .leftJoin(reopenings, eq(reopenings.lockingId, lockings.id))
    .where(and(eq(lockings.roundId, roundId), isNull(reopenings.id)))
  return row?.id
}
export async function putReopening(reopening: typeof reopenings.$inferInsert) {
  await db().insert(reopenings).values(reopening)
}
export async function holdRound(id: string) {
  const [row] = await db().select().from(rounds).where(eq(rounds.id, id)).for('update')
  return row
}
