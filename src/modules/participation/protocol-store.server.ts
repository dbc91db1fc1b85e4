import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { persons } from '#people/tables'
import { lastReview, wordsToRead } from './statement-store.server.ts'
import { begunAnswers, erasures, protocols, questions, responses, reviews, statements, statementTranslations } from './tables.ts'

export async function listProtocols(dialogueId: string) {
  return db()
    .select({ kind: protocols.kind, number: protocols.number, decision: protocols.decision, reason: protocols.reason, documentId: protocols.documentId, madeAt: protocols.madeAt })
    .from(protocols)
    .where(eq(protocols.dialogueId, dialogueId))
    .orderBy(desc(protocols.madeAt))
}
export async function putProtocol(row: typeof protocols.$inferInsert) {
  await db().insert(protocols).values(row)
}
/** Every text of a dialogue, as it was masked where it was, with the last word on it, why and by whom; in no order. */
export async function listReviewedTexts(dialogueId: string) {
  return db()
    .select({
      id: statements.id,
      question: questions.key,
      wording: questions.wording,
      text: wordsToRead,
      isMasked: sql<boolean>`${reviews.maskedText} is not null`,
      verdict: reviews.verdict,
      cause: reviews.cause,
      reason: reviews.reason,
      reviewer: persons.name,
      reviewedAt: reviews.reviewedAt,
    })
    .from(statements)
    .innerJoin(questions, eq(questions.id, statements.questionId))
    .leftJoin(reviews, eq(reviews.id, lastReview))
    .leftJoin(persons, eq(persons.id, reviews.reviewedBy))
    .where(eq(questions.dialogueId, dialogueId))
}

/**
 * What in the database points at a statement besides what has been said of it: asked of the database itself, so that a table that comes later is
 * reckoned with.
 */
async function restingOn(): Promise<SQL | undefined> {
  const { rows } = await db().execute<{ held: string; pointing: string }>(sql`
    select held.conrelid::regclass::text as held, pointing.attname as pointing
    from pg_constraint held join pg_attribute pointing on pointing.attrelid = held.conrelid and pointing.attnum = held.conkey[1]
    where held.contype = 'f' and held.confdeltype <> 'c' and held.confrelid = 'participation_statements'::regclass
      and held.conrelid not in ('participation_reviews'::regclass, 'participation_statement_translations'::regclass)
    order by 1, 2`)
  if (rows.length === 0) return undefined
  const each = rows.map(({ held, pointing }) => sql`exists (select 1 from ${sql.identifier(held)} held where held.${sql.identifier(pointing)} = said.id)`)
  return sql`exists (select 1 from participation_statements said where said.response_id = ${responses.id} and (${sql.join(each, sql` or `)}))`
}
/** How many answers of a dialogue something rests on, and how many there are. */
export async function countResting(dialogueId: string): Promise<{ resting: number; all: number }> {
  const rests = await restingOn()
  const own = eq(responses.dialogueId, dialogueId)
  return { all: await db().$count(responses, own), resting: rests ? await db().$count(responses, and(own, rests)) : 0 }
}
/** Answers of a dialogue that nothing rests on. */
export async function listFree(dialogueId: string, limit: number) {
  const rests = await restingOn()
  return db()
    .select()
    .from(responses)
    .where(and(eq(responses.dialogueId, dialogueId), rests && sql`not ${rests}`))
    .limit(limit)
    .for('update')
}
export async function putErasures(rows: (typeof erasures.$inferInsert)[]) {
  await db().insert(erasures).values(rows)
}
/** Takes away answers with their statements and what was said of them, a few statements however many they are. The database refuses while something else rests on them, or without their erasures. */
export async function deleteResponses(ids: readonly string[]) {
  const isOwn = sql`${statements.responseId} = any(${sql.param([...ids])}::uuid[])`
  for (const said of [reviews, statementTranslations]) await db().execute(sql`delete from ${said} where statement_id in (select id from ${statements} where ${isOwn})`)
  await db().delete(statements).where(isOwn)
  await db()
    .delete(responses)
    .where(sql`${responses.id} = any(${sql.param([...ids])}::uuid[])`)
}
export async function countBegunAnswers(dialogueId: string) {
  return db().$count(begunAnswers, eq(begunAnswers.dialogueId, dialogueId))
}
export async function deleteBegunAnswersOf(dialogueId: string) {
  return (await db().delete(begunAnswers).where(eq(begunAnswers.dialogueId, dialogueId)).returning({ codeHash: begunAnswers.codeHash })).length
}
