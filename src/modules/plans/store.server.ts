import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { db } from '#db/database.server'
import { organNameOn, organs } from '#people/tables'
import { activities, adoptions, goals, periods, plans, targets, versions } from './tables.ts'

export { transaction } from '#db/database.server'

export async function putPeriod(period: typeof periods.$inferInsert) {
  const [made] = await db().insert(periods).values(period).onConflictDoNothing().returning({ id: periods.id })
  if (made) return made.id
  const [found] = await db()
    .select({ id: periods.id })
    .from(periods)
    .where(and(eq(periods.processId, period.processId), eq(periods.name, period.name)))
  return found?.id ?? ''
}
export async function putPlan(plan: typeof plans.$inferInsert) {
  const [row] = await db().insert(plans).values(plan).returning({ id: plans.id })
  return row?.id ?? ''
}
export async function putVersion(version: typeof versions.$inferInsert) {
  const [row] = await db().insert(versions).values(version).returning({ id: versions.id })
  return row?.id ?? ''
}
export async function freezeVersion(id: string, frozen: { documentId: string; matterId: string; submittedAt: string }) {
  await db().update(versions).set(frozen).where(eq(versions.id, id))
}
export async function putAdoption(adoption: typeof adoptions.$inferInsert) {
  return (await db().insert(adoptions).values(adoption).onConflictDoNothing().returning({ id: adoptions.id })).length > 0
}
export async function findVersion(id: string) {
  const [row] = await db().select().from(versions).where(eq(versions.id, id)).for('update')
  return row
}
export async function findGoal(id: string) {
  const [row] = await db().select({ goal: goals, version: versions }).from(goals).innerJoin(versions, eq(versions.id, goals.versionId)).where(eq(goals.id, id))
  return row
}
export async function putGoal(goal: typeof goals.$inferInsert) {
  const [row] = await db().insert(goals).values(goal).onConflictDoNothing().returning({ id: goals.id })
  return row?.id
}
export async function putTarget(target: typeof targets.$inferInsert) {
  const [row] = await db().insert(targets).values(target).returning({ id: targets.id })
  return row?.id ?? ''
}
export async function putActivity(activity: typeof activities.$inferInsert) {
  const [row] = await db().insert(activities).values(activity).returning({ id: activities.id })
  return row?.id ?? ''
}
export async function organExists(id: string) {
  return (await db().$count(organs, eq(organs.id, id))) > 0
}

export type VersionWish = { processId: string } | { versionIds: readonly string[] }
export async function listVersionRows(wish: VersionWish) {
  const where = 'processId' in wish ? eq(periods.processId, wish.processId) : inArray(versions.id, [...wish.versionIds])
  if ('versionIds' in wish && wish.versionIds.length === 0) return []
  return db()
    .select({ version: versions, plan: plans, period: periods, owner: organNameOn(), pointId: adoptions.pointId })
    .from(versions)
    .innerJoin(plans, eq(plans.id, versions.planId))
    .innerJoin(periods, eq(periods.id, plans.periodId))
    .innerJoin(organs, eq(organs.id, plans.ownerId))
    .leftJoin(adoptions, eq(adoptions.versionId, versions.id))
    .where(where)
    .orderBy(desc(periods.fromDay), asc(plans.name), desc(versions.number))
}
export async function listGoalRows(wish: { versionIds: readonly string[] } | { ids: readonly string[] } | { focusAreaIds: readonly string[] }) {
  const [column, ids] =
    'ids' in wish ? ([goals.id, wish.ids] as const) : 'versionIds' in wish ? ([goals.versionId, wish.versionIds] as const) : ([goals.focusAreaId, wish.focusAreaIds] as const)
  if (ids.length === 0) return []
  return db()
    .select({ goal: goals, responsible: organNameOn() })
    .from(goals)
    .innerJoin(organs, eq(organs.id, goals.responsibleId))
    .where(inArray(column, [...ids]))
    .orderBy(asc(goals.number))
}
export async function listTargetRows(goalIds: readonly string[]) {
  return goalIds.length === 0
    ? []
    : db()
        .select()
        .from(targets)
        .where(inArray(targets.goalId, [...goalIds]))
}
export async function listTargetsOfDefinitions(definitionIds: readonly string[]) {
  return definitionIds.length === 0
    ? []
    : db()
        .select({ goalId: targets.goalId, definitionId: targets.definitionId })
        .from(targets)
        .where(inArray(targets.definitionId, [...definitionIds]))
}
export async function listActivityRows(goalIds: readonly string[]) {
  if (goalIds.length === 0) return []
  return db()
    .select({ activity: activities, responsible: organNameOn() })
    .from(activities)
    .innerJoin(organs, eq(organs.id, activities.responsibleId))
    .where(inArray(activities.goalId, [...goalIds]))
    .orderBy(asc(activities.startsOn))
}
