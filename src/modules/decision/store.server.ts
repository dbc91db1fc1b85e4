import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '#db/database.server'
import { documents } from '#documents/tables'
import { organNameOn, organs } from '#people/tables'
import { adjustments, appeals, matters, notices, points, routeSteps, submissions } from './tables.ts'

export { transaction } from '#db/database.server'

export async function putMatter(matter: typeof matters.$inferInsert) {
  const [row] = await db().insert(matters).values(matter).onConflictDoNothing().returning({ id: matters.id })
  return row?.id
}
export async function findMatter(id: string) {
  const [row] = await db().select().from(matters).where(eq(matters.id, id))
  return row
}
export async function findMatterByNumber(number: string) {
  const [row] = await db().select().from(matters).where(eq(matters.number, number))
  return row
}
export async function listMatterRows() {
  return db().select().from(matters).orderBy(desc(matters.openedOn))
}
export async function listRoute(matterIds: readonly string[]) {
  if (matterIds.length === 0) return []
  return db()
    .select({
      id: routeSteps.id,
      matterId: routeSteps.matterId,
      position: routeSteps.position,
      organ: organNameOn(),
      organId: routeSteps.organId,
      plannedOn: routeSteps.plannedOn,
      addedBecause: routeSteps.addedBecause,
    })
    .from(routeSteps)
    .innerJoin(organs, eq(organs.id, routeSteps.organId))
    .where(inArray(routeSteps.matterId, [...matterIds]))
    .orderBy(asc(routeSteps.plannedOn), asc(routeSteps.position))
}
export async function putRouteStep(step: typeof routeSteps.$inferInsert) {
  await db().insert(routeSteps).values(step)
}
export async function organExists(id: string) {
  return (await db().$count(organs, eq(organs.id, id))) > 0
}
export async function putSubmission(submission: typeof submissions.$inferInsert) {
  await db().insert(submissions).values(submission)
}
export async function listSubmissions(matterIds: readonly string[]) {
  if (matterIds.length === 0) return []
  return db()
    .select({
      matterId: submissions.matterId,
      documentId: submissions.documentId,
      kind: documents.kind,
      sha256: documents.sha256,
      canonical: documents.canonical,
      submittedAt: submissions.submittedAt,
    })
    .from(submissions)
    .innerJoin(documents, eq(documents.id, submissions.documentId))
    .where(inArray(submissions.matterId, [...matterIds]))
    .orderBy(asc(submissions.submittedAt))
}
export async function wasSubmitted(matterId: string, documentId: string) {
  return (await db().$count(submissions, and(eq(submissions.matterId, matterId), eq(submissions.documentId, documentId)))) > 0
}
export async function putPoint(point: typeof points.$inferInsert) {
  const [row] = await db().insert(points).values(point).returning({ id: points.id })
  return row?.id ?? ''
}
export async function listPointRows(wish: { matterIds: readonly string[] } | { ids: readonly string[] }) {
  const [column, ids] = 'ids' in wish ? [points.id, wish.ids] : [points.matterId, wish.matterIds]
  if (ids.length === 0) return []
  return db()
    .select({
      point: points,
      organ: organNameOn(points.meetingOn),
      matterNumber: matters.number,
      matterTitle: matters.title,
      adjustedOn: adjustments.adjustedOn,
      postedOn: notices.postedOn,
      appeal: appeals,
    })
    .from(points)
    .innerJoin(organs, eq(organs.id, points.organId))
    .innerJoin(matters, eq(matters.id, points.matterId))
    .leftJoin(adjustments, eq(adjustments.pointId, points.id))
    .leftJoin(notices, eq(notices.pointId, points.id))
    .leftJoin(appeals, eq(appeals.pointId, points.id))
    .where(inArray(column, [...ids]))
    .orderBy(asc(points.meetingOn), asc(points.recordedAt))
}
export async function putAdjustment(row: typeof adjustments.$inferInsert) {
  return (await db().insert(adjustments).values(row).onConflictDoNothing().returning({ id: adjustments.id })).length > 0
}
export async function putNotice(row: typeof notices.$inferInsert) {
  return (await db().insert(notices).values(row).onConflictDoNothing().returning({ id: notices.id })).length > 0
}
export async function putAppeal(row: typeof appeals.$inferInsert) {
  return (await db().insert(appeals).values(row).onConflictDoNothing().returning({ id: appeals.id })).length > 0
}
export async function endAppealRow(pointId: string, end: { endedOn: (typeof appeals.$inferSelect)['endedOn']; ended: 'confirmed' | 'annulled' }) {
  return (
    (
      await db()
        .update(appeals)
        .set(end)
        .where(and(eq(appeals.pointId, pointId), isNull(appeals.ended)))
        .returning({ id: appeals.id })
    ).length > 0
  )
}
