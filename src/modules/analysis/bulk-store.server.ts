import { and, asc, count, desc, eq, isNotNull, isNull, max, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { persons } from '#people/tables'
import { bulkStatements, bulks, codings, themes } from './tables.ts'

const atOnce = 1000
export async function putBulk(bulk: typeof bulks.$inferInsert, suggestions: readonly Omit<typeof bulkStatements.$inferInsert, 'bulkId'>[]) {
  const [row] = await db().insert(bulks).values(bulk).returning({ id: bulks.id })
  const bulkId = row?.id ?? ''
  for (let at = 0; at < suggestions.length; at += atOnce)
    await db()
      .insert(bulkStatements)
      .values(suggestions.slice(at, at + atOnce).map((each) => ({ ...each, bulkId })))
  return bulkId
}
export async function nextBulkNumber(processId: string) {
  const [row] = await db()
    .select({ last: max(bulks.number) })
    .from(bulks)
    .where(eq(bulks.processId, processId))
  return (row?.last ?? 0) + 1
}
/** A bulk, held still until the transaction ends, so that it is decided once. */
export async function lockBulk(id: string) {
  const [row] = await db().select().from(bulks).where(eq(bulks.id, id)).for('update')
  return row
}
const judged = {
  found: count(bulkStatements.statementId),
  sampled: sql<number>`count(*) filter (where ${bulkStatements.position} is not null)::int`,
  judged: sql<number>`count(*) filter (where ${bulkStatements.isRight} is not null)::int`,
  right: sql<number>`count(*) filter (where ${bulkStatements.isRight})::int`,
  accepted: sql<number>`count(${bulkStatements.codingId})::int`,
}
export async function listBulks(processId: string) {
  return db()
    .select({ bulk: bulks, by: persons.name, ...judged })
    .from(bulks)
    .innerJoin(persons, eq(persons.id, bulks.gatheredBy))
    .leftJoin(bulkStatements, eq(bulkStatements.bulkId, bulks.id))
    .where(eq(bulks.processId, processId))
    .groupBy(bulks.id, persons.name)
    .orderBy(desc(bulks.number))
}
export async function listSample(bulkId: string) {
  return db()
    .select({ statementId: bulkStatements.statementId, themeId: bulkStatements.themeId, theme: themes.name, certainty: bulkStatements.certainty, isRight: bulkStatements.isRight })
    .from(bulkStatements)
    .innerJoin(themes, eq(themes.id, bulkStatements.themeId))
    .where(and(eq(bulkStatements.bulkId, bulkId), isNotNull(bulkStatements.position)))
    .orderBy(asc(bulkStatements.position))
}
export async function judgeSampled(bulkId: string, statementId: string, judgement: { isRight: boolean; judgedBy: string; judgedAt: string }) {
  const rows = await db()
    .update(bulkStatements)
    .set(judgement)
    .where(and(eq(bulkStatements.bulkId, bulkId), eq(bulkStatements.statementId, statementId), isNotNull(bulkStatements.position)))
    .returning({ id: bulkStatements.statementId })
  return rows.length > 0
}
export async function listBulkStatements(bulkId: string) {
  return db().select().from(bulkStatements).where(eq(bulkStatements.bulkId, bulkId)).orderBy(asc(bulkStatements.statementId))
}
/** Keeps which coding each suggestion became; one statement. */
export async function keepBulkCodings(bulkId: string, made: readonly { readonly statementId: string; readonly codingId: string }[]) {
  const [ids, codingIds] = [made.map(({ statementId }) => statementId), made.map(({ codingId }) => codingId)]
  await db().execute(sql`
    update analysis_bulk_statements set coding_id = made.coding from unnest(${sql.param(ids)}::uuid[], ${sql.param(codingIds)}::uuid[]) as made (statement, coding)
    where bulk_id = ${bulkId} and statement_id = made.statement`)
}
export async function decideBulk(id: string, outcome: 'accepted' | 'declined', decidedBy: string, decidedAt: string) {
  await db().update(bulks).set({ outcome, decidedBy, decidedAt }).where(eq(bulks.id, id))
}
export async function markBulkUndone(id: string, undoneBy: string, undoneAt: string) {
  await db().update(bulks).set({ undoneBy, undoneAt }).where(eq(bulks.id, id))
}
/** The codings that a bulk became and that still hold. */
export async function listBulkCodings(bulkId: string) {
  const rows = await db()
    .select({ id: codings.id })
    .from(bulkStatements)
    .innerJoin(codings, eq(codings.id, bulkStatements.codingId))
    .where(and(eq(bulkStatements.bulkId, bulkId), isNull(codings.withdrawnAt)))
  return rows.map(({ id }) => id)
}
