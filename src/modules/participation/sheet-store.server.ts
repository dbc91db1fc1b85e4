import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { persons } from '#people/tables'
import { batches, responses, sheets } from './tables.ts'

export async function putBatch(batch: typeof batches.$inferInsert) {
  const [made] = await db().insert(batches).values(batch).returning({ id: batches.id })
  if (!made) throw new Error('The batch was not stored.')
  return made.id
}
const entered = sql<number>`(select count(*) from participation_sheets s where s.batch_id = ${batches.id} and s.set_aside_because is null)::int`
const setAside = sql<number>`(select count(*) from participation_sheets s where s.batch_id = ${batches.id} and s.set_aside_because is not null)::int`
/** The batches of a dialogue with what has been done of each, the latest first. */
export async function listBatches(dialogueId: string) {
  const { id, source, origin, forms, receivedOn } = batches
  return db()
    .select({ id, source, origin, forms, receivedOn, receivedBy: persons.name, entered, setAside })
    .from(batches)
    .innerJoin(persons, eq(persons.id, batches.receivedBy))
    .where(eq(batches.dialogueId, dialogueId))
    .orderBy(desc(batches.receivedOn), desc(batches.registeredAt))
}
/** Holds a batch until the transaction ends, so that no form too many is entered by two at once. */
export async function lockBatch(id: string) {
  return (await db().select().from(batches).where(eq(batches.id, id)).for('update'))[0]
}
export async function putSheet(sheet: typeof sheets.$inferInsert) {
  return (
    await db()
      .insert(sheets)
      .values(sheet)
      .onConflictDoNothing({ target: [sheets.batchId, sheets.number] })
      .returning({ id: sheets.id })
  )[0]?.id
}
export async function countSheets(batchId: string) {
  return db().$count(sheets, eq(sheets.batchId, batchId))
}
export async function listSetAside(batchId: string) {
  return db()
    .select({ number: sheets.number, because: sheets.setAsideBecause })
    .from(sheets)
    .where(and(eq(sheets.batchId, batchId), sql`${sheets.setAsideBecause} is not null`))
    .orderBy(asc(sheets.enteredAt))
}
/** What somebody did last in a batch, with the answer if there is one. */
export async function findLastSheet(batchId: string, enteredBy: string) {
  const [row] = await db()
    .select({ sheet: sheets, response: responses })
    .from(sheets)
    .leftJoin(responses, eq(responses.id, sheets.responseId))
    .where(and(eq(sheets.batchId, batchId), eq(sheets.enteredBy, enteredBy)))
    .orderBy(desc(sheets.enteredAt))
    .limit(1)
  return row
}
export async function tieSheet(id: string, responseId: string) {
  await db().update(sheets).set({ responseId }).where(eq(sheets.id, id))
}
