import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { buildOnce } from '#db/build-once.server'
import { isAnyOf } from '#db/columns'
import { db } from '#db/database.server'
import type { Day } from '#kernel/day'
import { lastReview } from './statement-store.server.ts'
import { dialogues, groups, imports, questions, responses, reviews, statements } from './tables.ts'

export { transaction } from '#db/database.server'
export { gatherWrites } from '#db/gather-writes.server'
export { shareReads } from '#db/share-reads.server'
export * from './begun-store.server.ts'
export * from './burst-store.server.ts'
export * from './code-store.server.ts'
export * from './dialogue-store.server.ts'
export * from './draft-store.server.ts'
export * from './export-store.server.ts'
export * from './figure-store.server.ts'
export * from './flag-store.server.ts'
export * from './holder-store.server.ts'
export * from './import-store.server.ts'
export * from './material-store.server.ts'
export * from './notice-wish-store.server.ts'
export * from './opinion-store.server.ts'
export * from './population-store.server.ts'
export * from './protocol-store.server.ts'
export * from './second-entry-store.server.ts'
export * from './sheet-store.server.ts'
export * from './statement-store.server.ts'
export * from './voice-store.server.ts'

// PostgreSQL takes at most 65,535 parameters a statement; a statement of ours has at most sixteen columns.
const atOnce = 1000
const inBatches = async <Row>(rows: readonly Row[], put: (batch: Row[]) => Promise<unknown>) => {
  for (let at = 0; at < rows.length; at += atOnce) await put(rows.slice(at, at + atOnce))
}

type Placed = { readonly questionId: string; readonly position: number; readonly text: string; readonly grouping: string }
export type AnswerToPut = { readonly response: typeof responses.$inferInsert; readonly said: readonly Placed[] }
/**
 * Stores responses with their statements in one statement, each unless its submission was stored before; then nothing of it is stored. No target: two sends
 * at once meet at either of their keys. Answers with the id of each that was stored, in their order.
 */
export async function putAnswers(answers: readonly AnswerToPut[]): Promise<(string | undefined)[]> {
  const given = answers.map(({ response, said }) => ({ response: { ...response, id: randomUUID() }, said }))
  const rows = given.map(({ response }) => rowOf(response))
  const said = given.flatMap(({ response, said }) => said.map((each) => ({ ...each, responseId: response.id })))
  const stored = new Set((await answersPut().execute({ rows: JSON.stringify(rows), said: JSON.stringify(said) })).map(({ id }) => id))
  return given.map(({ response: { id } }) => (stored.has(id) ? id : undefined))
}
const answersPut = buildOnce((on, name) => {
  const stored = on
    .$with('stored', { id: sql<string>`id`.as('id') })
    .as(sql`insert into ${responses} select * from jsonb_populate_recordset(null::${responses}, ${sql.placeholder('rows')}::jsonb) on conflict do nothing returning id`)
  const said = on
    .$with('said', {})
    .as(
      sql`insert into ${statements} (response_id, question_id, position, text, grouping) select stored.id, said."questionId", said.position, said.text, said.grouping from stored join jsonb_to_recordset(${sql.placeholder('said')}::jsonb) as said("responseId" uuid, "questionId" uuid, position integer, text text, grouping text) on said."responseId" = stored.id`,
    )
  return on.with(stored, said).select({ id: stored.id }).from(stored).prepare(name)
})
/** A response by the names of its columns, with what is usual where nothing was said. */
function rowOf(response: AnswerToPut['response']) {
  const said = Object.entries(response).filter(([, value]) => value !== undefined)
  return { ...usual, ...Object.fromEntries(said.map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value])) }
}
const usual = { answers: {}, version: 1, persons: 1 }
/** Stores one, as above. */
export async function putAnswer(response: AnswerToPut['response'], said: AnswerToPut['said']): Promise<string | undefined> {
  return (await putAnswers([{ response, said }]))[0]
}
export async function putResponses(rows: (typeof responses.$inferInsert)[]) {
  await inBatches(rows, (batch) => db().insert(responses).values(batch))
}
export async function putStatements(rows: (typeof statements.$inferInsert)[]) {
  await inBatches(rows, (batch) => db().insert(statements).values(batch))
}
export async function findResponse(where: { receiptHash: string } | { submissionHash: string }) {
  const [row] = await db()
    .select({ response: responses, dialogue: dialogues })
    .from(responses)
    .innerJoin(dialogues, eq(dialogues.id, responses.dialogueId))
    .where('receiptHash' in where ? eq(responses.receiptHash, where.receiptHash) : eq(responses.submissionHash, where.submissionHash))
  return row
}
/** The statements of answers in their own words, for the one who gave them and for the seals, with the last word on each. */
export async function listStatementsOfResponses(responseIds: readonly string[]) {
  if (responseIds.length === 0) return []
  return db()
    .select({
      id: statements.id,
      responseId: statements.responseId,
      questionId: statements.questionId,
      position: statements.position,
      text: statements.text,
      question: questions.wording,
      verdict: reviews.verdict,
      isMasked: sql<boolean>`${reviews.maskedText} is not null`,
      cause: reviews.cause,
      reason: reviews.reason,
    })
    .from(statements)
    .innerJoin(questions, eq(questions.id, statements.questionId))
    .leftJoin(reviews, eq(reviews.id, lastReview))
    .where(isAnyOf(statements.responseId, responseIds))
    .orderBy(asc(questions.position), asc(statements.position))
}
/** Every statement of a process in a few columns: the whole material in one pass. */
export async function listUnitRows(processId: string) {
  return db()
    .select({
      statementId: statements.id,
      responseId: statements.responseId,
      groupId: responses.groupId,
      persons: responses.persons,
      stance: questions.stance,
      axis: questions.axis,
    })
    .from(statements)
    .innerJoin(questions, eq(questions.id, statements.questionId))
    .innerJoin(responses, eq(responses.id, statements.responseId))
    .innerJoin(groups, eq(groups.id, responses.groupId))
    .where(eq(groups.processId, processId))
    .orderBy(asc(statements.grouping), asc(statements.id))
}

export async function putReviews(rows: (typeof reviews.$inferInsert)[]) {
  await inBatches(rows, (batch) => db().insert(reviews).values(batch))
}
export async function putImport(row: typeof imports.$inferInsert) {
  return (await db().insert(imports).values(row).onConflictDoNothing().returning({ id: imports.id }))[0]?.id
}
export async function hasImport(dialogueId: string, contentHash: string) {
  return (await db().$count(imports, and(eq(imports.dialogueId, dialogueId), eq(imports.contentHash, contentHash)))) > 0
}
export async function listImportedStatements(dialogueId: string) {
  return db()
    .select({ responseId: responses.id, groupId: responses.groupId, persons: responses.persons, label: responses.label, questionId: statements.questionId, text: statements.text })
    .from(responses)
    .innerJoin(statements, eq(statements.responseId, responses.id))
    .where(and(eq(responses.dialogueId, dialogueId), isNotNull(responses.importId)))
}
export async function listUnsealed(before: Day, limit: number) {
  return db()
    .select()
    .from(responses)
    .where(and(isNull(responses.sealSequence), lt(responses.receivedOn, before)))
    .limit(limit)
    .for('update', { skipLocked: true })
}
export async function markSealed(ids: readonly string[], sequence: number) {
  await db().update(responses).set({ sealSequence: sequence }).where(isAnyOf(responses.id, ids))
}
export async function listSealed() {
  return db().select().from(responses).where(isNotNull(responses.sealSequence))
}
