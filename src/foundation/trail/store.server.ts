import { and, asc, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { db, standsInTransaction, transaction } from '../db/database.server.ts'
import { persons } from '../people/tables.ts'
import { batches, events, heads, seals } from './tables.ts'

export { transaction }

// One sealer at a time in the whole installation; the others pass by.
const sealingLock = 7_261_932

export type EventRow = typeof events.$inferSelect

export async function putEvent(event: Omit<typeof events.$inferInsert, 'id'>) {
  if (!standsInTransaction()) throw new Error('An event is written in the transaction of its act.')
  await db().insert(events).values(event)
}
export async function tryToBeSealer(): Promise<boolean> {
  const result = await db().execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${sealingLock}) as mine`)
  return result.rows[0]?.mine === true
}
/** Events without a seal, in the order of their ids among those committed. */
export async function listUnsealed(limit: number) {
  const rows = await db().select({ event: events }).from(events).leftJoin(seals, eq(seals.eventId, events.id)).where(isNull(seals.position)).orderBy(asc(events.id)).limit(limit)
  return rows.map(({ event }) => event)
}
export async function lastSeal() {
  const [row] = await db().select().from(seals).orderBy(desc(seals.position)).limit(1)
  return row
}
export async function putSeals(rows: (typeof seals.$inferInsert)[]) {
  await db().insert(seals).values(rows)
}
export async function findHead() {
  const [row] = await db().select().from(heads)
  return row
}
export async function putHead(head: { position: number; hash: string; mac: string }) {
  await db().insert(heads).values(head).onConflictDoUpdate({ target: heads.id, set: head })
}
export async function listSealed(after: number, limit: number) {
  return db()
    .select({ seal: seals, event: events })
    .from(seals)
    .leftJoin(events, eq(events.id, seals.eventId))
    .where(gt(seals.position, after))
    .orderBy(asc(seals.position))
    .limit(limit)
}
export async function listEventRows({ before, limit, subject, act }: { before?: number; limit: number; subject?: { kind: string; id: string }; act?: string }) {
  return db()
    .select({
      id: events.id,
      at: events.at,
      role: events.role,
      act: events.act,
      subjectKind: events.subjectKind,
      subjectId: events.subjectId,
      why: events.why,
      name: persons.name,
      position: seals.position,
    })
    .from(events)
    .leftJoin(persons, eq(persons.id, events.person))
    .leftJoin(seals, eq(seals.eventId, events.id))
    .where(
      and(
        before ? lt(events.id, before) : undefined,
        subject ? and(eq(events.subjectKind, subject.kind), eq(events.subjectId, subject.id)) : undefined,
        act ? eq(events.act, act) : undefined,
      ),
    )
    .orderBy(desc(events.id))
    .limit(limit)
}
export async function lastBatch(kind: string) {
  const [row] = await db().select().from(batches).where(eq(batches.kind, kind)).orderBy(desc(batches.sequence)).limit(1)
  return row
}
export async function putBatch(batch: typeof batches.$inferInsert) {
  await db().insert(batches).values(batch)
}
export async function listBatches(kind: string) {
  return db().select().from(batches).where(eq(batches.kind, kind)).orderBy(asc(batches.sequence))
}
