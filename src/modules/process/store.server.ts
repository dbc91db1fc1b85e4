import { and, asc, desc, eq, gte, sql } from 'drizzle-orm'
import { buildOnce, isAmong } from '#db/build-once.server'
import { db } from '#db/database.server'
import { closings, moves, processes, releases, steps } from './tables.ts'

export { shareReads } from '#db/share-reads.server'

export async function putProcess(process: typeof processes.$inferInsert) {
  const [row] = await db().insert(processes).values(process).onConflictDoNothing().returning({ id: processes.id })
  return row
}
export async function listProcesses() {
  return allProcesses().execute()
}
const allProcesses = buildOnce((on, name) => on.select().from(processes).orderBy(desc(processes.mandatedOn)).prepare(name))
export async function findProcess(slug: string) {
  const [row] = await db().select().from(processes).where(eq(processes.slug, slug))
  return row
}
export async function putSteps(rows: (typeof steps.$inferInsert)[]) {
  return db().insert(steps).values(rows).onConflictDoNothing().returning({ id: steps.id, key: steps.key })
}
export async function findStep(id: string) {
  const [row] = await db().select().from(steps).where(eq(steps.id, id))
  return row
}
export async function findStepByKey(processId: string, key: string) {
  const [row] = await db()
    .select()
    .from(steps)
    .where(and(eq(steps.processId, processId), eq(steps.key, key)))
  return row
}
export async function makeRoom(processId: string, from: number) {
  await db()
    .update(steps)
    .set({ position: sql`${steps.position} + 1` })
    .where(and(eq(steps.processId, processId), gte(steps.position, from)))
}
export async function putMove(move: typeof moves.$inferInsert) {
  await db().insert(moves).values(move)
}
export async function putClosing(closing: typeof closings.$inferInsert) {
  const [row] = await db().insert(closings).values(closing).onConflictDoNothing().returning({ id: closings.id })
  return row
}
export async function putRelease(release: typeof releases.$inferInsert) {
  await db().insert(releases).values(release)
}
/** Everything about the steps of the given processes, in four statements whatever their number. */
export async function listStepRows(processIds: readonly string[]) {
  const rows = await stepsOf().execute({ ids: processIds })
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return { rows, moved: [], closed: [], released: [] }
  return { rows, moved: await movesOf().execute({ ids }), closed: await closingsOf().execute({ ids }), released: await releasesOf().execute({ ids }) }
}
const stepsOf = buildOnce((on, name) => on.select().from(steps).where(isAmong(steps.processId)).orderBy(asc(steps.position)).prepare(name))
const movesOf = buildOnce((on, name) => on.select().from(moves).where(isAmong(moves.stepId)).orderBy(asc(moves.movedAt)).prepare(name))
const closingsOf = buildOnce((on, name) => on.select().from(closings).where(isAmong(closings.stepId)).prepare(name))
const releasesOf = buildOnce((on, name) => on.select().from(releases).where(isAmong(releases.stepId)).orderBy(asc(releases.releasedAt)).prepare(name))
