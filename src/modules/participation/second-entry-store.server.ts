import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { persons } from '#people/tables'
import { comparisons, responses, samples, secondEntries, sheets } from './tables.ts'

export async function putSample(row: typeof samples.$inferInsert) {
  return (await db().insert(samples).values(row).onConflictDoNothing().returning({ id: samples.id }))[0]?.id
}
export async function findSample(batchId: string) {
  const [row] = await db().select({ sample: samples, drawnBy: persons.name }).from(samples).innerJoin(persons, eq(persons.id, samples.drawnBy)).where(eq(samples.batchId, batchId))
  return row && { ...row.sample, drawnByName: row.drawnBy }
}
/** Every form of a batch that became an answer, with its second entry when it has one. */
export async function listEnteredSheets(batchId: string) {
  return db()
    .select({
      id: sheets.id,
      number: sheets.number,
      responseId: sheets.responseId,
      enteredBy: sheets.enteredBy,
      secondId: secondEntries.id,
      secondBy: secondEntries.enteredBy,
      differs: sql<number>`(select count(*) from ${comparisons} c where c.second_entry_id = ${secondEntries.id} and c.differs)::int`,
      unsettled: sql<number>`(select count(*) from ${comparisons} c where c.second_entry_id = ${secondEntries.id} and c.differs and c.settled is null)::int`,
    })
    .from(sheets)
    .leftJoin(secondEntries, eq(secondEntries.sheetId, sheets.id))
    .where(and(eq(sheets.batchId, batchId), isNull(sheets.setAsideBecause)))
    .orderBy(asc(sheets.enteredAt))
}
export async function findSheet(id: string) {
  const [row] = await db().select({ sheet: sheets, response: responses }).from(sheets).leftJoin(responses, eq(responses.id, sheets.responseId)).where(eq(sheets.id, id))
  return row
}
export async function putSecondEntry(row: typeof secondEntries.$inferInsert) {
  return (await db().insert(secondEntries).values(row).onConflictDoNothing().returning({ id: secondEntries.id }))[0]?.id
}
export async function putComparisons(rows: (typeof comparisons.$inferInsert)[]) {
  if (rows.length > 0) await db().insert(comparisons).values(rows)
}
/** What of a form's two entries differs, with what was said of it. */
export async function listDifferences(sheetId: string) {
  return db()
    .select({
      id: comparisons.id,
      questionId: comparisons.questionId,
      second: comparisons.second,
      settled: comparisons.settled,
      settledAt: comparisons.settledAt,
      settledBy: persons.name,
    })
    .from(comparisons)
    .innerJoin(secondEntries, eq(secondEntries.id, comparisons.secondEntryId))
    .leftJoin(persons, eq(persons.id, comparisons.settledBy))
    .where(and(eq(secondEntries.sheetId, sheetId), eq(comparisons.differs, true)))
}
export async function settleComparisons(ids: readonly string[], settled: 'first' | 'second' | 'other', settledBy: string, settledAt: string) {
  if (ids.length === 0) return
  await db()
    .update(comparisons)
    .set({ settled, settledBy, settledAt, second: null })
    .where(inArray(comparisons.id, [...ids]))
}
/** Of each question of a batch, how many forms were compared and how many differed. */
export async function countDifferences(batchId: string) {
  return db()
    .select({ questionId: comparisons.questionId, compared: sql<number>`count(*)::int`, differed: sql<number>`(count(*) filter (where ${comparisons.differs}))::int` })
    .from(comparisons)
    .innerJoin(secondEntries, eq(secondEntries.id, comparisons.secondEntryId))
    .innerJoin(samples, eq(samples.id, secondEntries.sampleId))
    .where(eq(samples.batchId, batchId))
    .groupBy(comparisons.questionId)
}
