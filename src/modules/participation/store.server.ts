import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { closings, dialogues, groups, imports, openings, questions, responses, reviews, statements } from './tables.ts'

export { transaction } from '#db/database.server'

// PostgreSQL takes at most 65,535 parameters a statement; a statement of ours has at most twelve columns.
const atOnce = 1000

export async function putGroup(group: typeof groups.$inferInsert) {
  const [row] = await db().insert(groups).values(group).onConflictDoNothing().returning({ id: groups.id })
  return row?.id
}
export async function listGroupRows(processId: string) {
  return db().select().from(groups).where(eq(groups.processId, processId)).orderBy(asc(groups.position))
}
export async function findGroup(id: string) {
  const [row] = await db().select().from(groups).where(eq(groups.id, id))
  return row
}
export async function countByGroup(groupIds: readonly string[]) {
  if (groupIds.length === 0) return []
  return db()
    .select({ groupId: responses.groupId, responses: count(), persons: sql<number>`coalesce(sum(${responses.persons}), 0)::int` })
    .from(responses)
    .where(inArray(responses.groupId, [...groupIds]))
    .groupBy(responses.groupId)
}
export async function putDialogue(dialogue: typeof dialogues.$inferInsert) {
  const [row] = await db().insert(dialogues).values(dialogue).onConflictDoNothing().returning({ id: dialogues.id })
  return row?.id
}
export async function putQuestions(rows: (typeof questions.$inferInsert)[]) {
  return db().insert(questions).values(rows).returning({ id: questions.id, position: questions.position })
}
export async function listDialogueRows(wish: { slug?: string; id?: string } = {}) {
  return db()
    .select({ dialogue: dialogues, group: groups, openedAt: openings.openedAt, closedAt: closings.closedAt, closedBecause: closings.reason })
    .from(dialogues)
    .innerJoin(groups, eq(groups.id, dialogues.groupId))
    .leftJoin(openings, eq(openings.dialogueId, dialogues.id))
    .leftJoin(closings, eq(closings.dialogueId, dialogues.id))
    .where(and(wish.slug === undefined ? undefined : eq(dialogues.slug, wish.slug), wish.id === undefined ? undefined : eq(dialogues.id, wish.id)))
    .orderBy(desc(dialogues.opensOn))
}
export async function listQuestionRows(dialogueIds: readonly string[]) {
  return dialogueIds.length === 0 ? [] : db().select().from(questions).where(inArray(questions.dialogueId, [...dialogueIds])).orderBy(asc(questions.position))
}
export async function countByDialogue(dialogueIds: readonly string[]) {
  if (dialogueIds.length === 0) return []
  return db().select({ dialogueId: responses.dialogueId, responses: count(), persons: sql<number>`coalesce(sum(${responses.persons}), 0)::int` }).from(responses).where(inArray(responses.dialogueId, [...dialogueIds])).groupBy(responses.dialogueId)
}
export async function putOpening(row: typeof openings.$inferInsert) {
  return (await db().insert(openings).values(row).onConflictDoNothing().returning({ id: openings.id })).length > 0
}
export async function putClosing(row: typeof closings.$inferInsert) {
  return (await db().insert(closings).values(row).onConflictDoNothing().returning({ id: closings.id })).length > 0
}
/** Stores a response unless its submission was stored before; then nothing is stored. */
export async function putResponse(response: typeof responses.$inferInsert) {
  const [row] = await db().insert(responses).values(response).onConflictDoNothing({ target: responses.submissionHash }).returning({ id: responses.id })
  return row?.id
}
export async function putResponses(rows: (typeof responses.$inferInsert)[]) {
  for (let at = 0; at < rows.length; at += atOnce) await db().insert(responses).values(rows.slice(at, at + atOnce))
}
export async function putStatements(rows: (typeof statements.$inferInsert)[]) {
  for (let at = 0; at < rows.length; at += atOnce) await db().insert(statements).values(rows.slice(at, at + atOnce))
}
export async function findResponse(where: { receiptHash: string } | { submissionHash: string }) {
  const [row] = await db()
    .select({ response: responses, dialogue: dialogues })
    .from(responses)
    .innerJoin(dialogues, eq(dialogues.id, responses.dialogueId))
    .where('receiptHash' in where ? eq(responses.receiptHash, where.receiptHash) : eq(responses.submissionHash, where.submissionHash))
  return row
}
export async function listStatementsOfResponses(responseIds: readonly string[]) {
  if (responseIds.length === 0) return []
  return db()
    .select({ id: statements.id, responseId: statements.responseId, questionId: statements.questionId, position: statements.position, text: statements.text, question: questions.wording })
    .from(statements)
    .innerJoin(questions, eq(questions.id, statements.questionId))
    .where(inArray(statements.responseId, [...responseIds]))
    .orderBy(asc(questions.position), asc(statements.position))
}
const statementColumns = {
  id: statements.id, text: statements.text, grouping: statements.grouping, question: questions.wording, stance: questions.stance, axis: questions.axis, group: groups.name, groupId: groups.id,
  responseId: statements.responseId, persons: responses.persons, threshold: groups.threshold, processId: groups.processId,
}
const withContext = () =>
  db().select(statementColumns).from(statements).innerJoin(questions, eq(questions.id, statements.questionId)).innerJoin(responses, eq(responses.id, statements.responseId)).innerJoin(groups, eq(groups.id, responses.groupId))

export async function listStatementsByIds(ids: readonly string[]) {
  return ids.length === 0 ? [] : withContext().where(inArray(statements.id, [...ids]))
}
/** Every statement of a process in a few columns: the whole material in one pass. */
export async function listUnitRows(processId: string) {
  return db()
    .select({ statementId: statements.id, responseId: statements.responseId, groupId: responses.groupId, persons: responses.persons, stance: questions.stance, axis: questions.axis })
    .from(statements)
    .innerJoin(questions, eq(questions.id, statements.questionId))
    .innerJoin(responses, eq(responses.id, statements.responseId))
    .innerJoin(groups, eq(groups.id, responses.groupId))
    .where(eq(groups.processId, processId))
    .orderBy(asc(statements.grouping), asc(statements.id))
}
const lastReview = () =>
  db().selectDistinctOn([reviews.statementId], { statementId: reviews.statementId, verdict: reviews.verdict, maskedText: reviews.maskedText }).from(reviews).orderBy(reviews.statementId, desc(reviews.reviewedAt)).as('last_review')

/** Statements of which the last review says that they may be shown, of groups as large as their threshold. */
export async function listShown(ids: readonly string[], limit: number) {
  if (ids.length === 0) return []
  const review = lastReview()
  return db()
    .select({ ...statementColumns, maskedText: review.maskedText })
    .from(statements)
    .innerJoin(review, and(eq(review.statementId, statements.id), eq(review.verdict, 'may-be-shown')))
    .innerJoin(questions, eq(questions.id, statements.questionId))
    .innerJoin(responses, eq(responses.id, statements.responseId))
    .innerJoin(groups, eq(groups.id, responses.groupId))
    .where(sql`${statements.id} = any(${sql.param([...ids])}::uuid[])`)
    .orderBy(asc(statements.grouping), asc(statements.id))
    .limit(limit)
}
export async function listUnreviewed(limit: number, offset: number) {
  return withContext().leftJoin(reviews, eq(reviews.statementId, statements.id)).where(isNull(reviews.id)).orderBy(asc(statements.grouping), asc(statements.id)).limit(limit).offset(offset)
}
export async function countUnreviewed() {
  const [row] = await db().select({ left: count() }).from(statements).leftJoin(reviews, eq(reviews.statementId, statements.id)).where(isNull(reviews.id))
  return row?.left ?? 0
}
export async function putReviews(rows: (typeof reviews.$inferInsert)[]) {
  for (let at = 0; at < rows.length; at += atOnce) await db().insert(reviews).values(rows.slice(at, at + atOnce))
}
export async function putImport(row: typeof imports.$inferInsert) {
  const [stored] = await db().insert(imports).values(row).onConflictDoNothing().returning({ id: imports.id })
  return stored?.id
}
export async function listUnsealed(limit: number) {
  return db().select().from(responses).where(isNull(responses.sealSequence)).limit(limit).for('update', { skipLocked: true })
}
export async function markSealed(ids: readonly string[], sequence: number) {
  await db().update(responses).set({ sealSequence: sequence }).where(sql`${responses.id} = any(${sql.param([...ids])}::uuid[])`)
}
export async function listSealed() {
  return db().select().from(responses).where(sql`${responses.sealSequence} is not null`)
}
