import { and, asc, count, desc, eq, inArray, lte, ne, sql } from 'drizzle-orm'
import { buildOnce, isAmong } from '#db/build-once.server'
import { type Database, db } from '#db/database.server'
import type { Day } from '#kernel/day'
import { closings, codeBatches, correctedWords, corrections, dialogues, extensions, groups, openings, questions, responses, statements } from './tables.ts'

export async function putGroup(group: typeof groups.$inferInsert) {
  return (await db().insert(groups).values(group).onConflictDoNothing().returning({ id: groups.id }))[0]?.id
}
export async function updateThreshold(id: string, threshold: number) {
  await db().update(groups).set({ threshold }).where(eq(groups.id, id))
}
export async function listGroupRows(processId: string) {
  return db().select().from(groups).where(eq(groups.processId, processId)).orderBy(asc(groups.position))
}
export async function findGroup(id: string) {
  return (await db().select().from(groups).where(eq(groups.id, id)))[0]
}
const persons = sql<number>`coalesce(sum(${responses.persons}), 0)::int`
export async function countByGroup(groupIds: readonly string[], until?: Day) {
  if (groupIds.length === 0) return []
  return db()
    .select({ groupId: responses.groupId, responses: count(), persons })
    .from(responses)
    .where(and(inArray(responses.groupId, [...groupIds]), until && lte(responses.receivedOn, until)))
    .groupBy(responses.groupId)
}
export async function putDialogue(dialogue: typeof dialogues.$inferInsert) {
  return (await db().insert(dialogues).values(dialogue).onConflictDoNothing().returning({ id: dialogues.id }))[0]?.id
}
export async function putQuestions(rows: (typeof questions.$inferInsert)[]) {
  if (rows.length === 0) return []
  const made = await db().insert(questions).values(rows).returning({ id: questions.id, position: questions.position })
  return made.sort((a, b) => a.position - b.position).map(({ id }) => id)
}
/** Holds a dialogue until the transaction ends, so that it is not opened while somebody revises it. */
export async function lockDialogue(id: string) {
  await db().select({ id: dialogues.id }).from(dialogues).where(eq(dialogues.id, id)).for('update')
}
export async function isFree(slug: string, besides: string) {
  return (await db().$count(dialogues, and(eq(dialogues.slug, slug), ne(dialogues.id, besides)))) === 0
}
const latestExtension = sql`(select latest.id from ${extensions} latest where latest.dialogue_id = ${dialogues.id} order by latest.extended_at desc limit 1)`
const isForCodes = sql<boolean>`exists (select 1 from ${codeBatches} where ${codeBatches.dialogueId} = ${dialogues.id})`
export async function listDialogueRows(wish: { id?: string; processId?: string } = {}) {
  return selectDialogues(db())
    .where(and(wish.id === undefined ? undefined : eq(dialogues.id, wish.id), wish.processId === undefined ? undefined : eq(dialogues.processId, wish.processId)))
    .orderBy(desc(dialogues.opensOn), asc(dialogues.slug))
}
export async function listDialogueRowsAt(slug: string) {
  return dialoguesAt().execute({ slug })
}
const dialoguesAt = buildOnce((on, name) =>
  selectDialogues(on)
    .where(eq(dialogues.slug, sql.placeholder('slug')))
    .prepare(name),
)
function selectDialogues(on: Database) {
  return on
    .select({ dialogue: dialogues, group: groups, openedAt: openings.openedAt, closedAt: closings.closedAt, closedBecause: closings.reason, extension: extensions, isForCodes })
    .from(dialogues)
    .innerJoin(groups, eq(groups.id, dialogues.groupId))
    .leftJoin(openings, eq(openings.dialogueId, dialogues.id))
    .leftJoin(closings, eq(closings.dialogueId, dialogues.id))
    .leftJoin(extensions, eq(extensions.id, latestExtension))
}
export async function listQuestionRows(ids: readonly string[]) {
  return ids.length === 0 ? [] : questionsOf().execute({ ids })
}
const questionsOf = buildOnce((on, name) => on.select().from(questions).where(isAmong(questions.dialogueId)).orderBy(asc(questions.position)).prepare(name))
/** Each correction with the words of each question in it, the first version first. */
export async function listCorrectedWords(ids: readonly string[]) {
  return ids.length === 0 ? [] : correctedWordsOf().execute({ ids })
}
const correctedWordsOf = buildOnce((on, name) =>
  on
    .select({ dialogueId: corrections.dialogueId, version: corrections.version, reason: corrections.reason, correctedAt: corrections.correctedAt, words: correctedWords })
    .from(corrections)
    .leftJoin(correctedWords, eq(correctedWords.correctionId, corrections.id))
    .where(isAmong(corrections.dialogueId))
    .orderBy(asc(corrections.version))
    .prepare(name),
)
export async function countByDialogue(dialogueIds: readonly string[]) {
  if (dialogueIds.length === 0) return []
  return db()
    .select({ dialogueId: responses.dialogueId, responses: count(), persons })
    .from(responses)
    .where(inArray(responses.dialogueId, [...dialogueIds]))
    .groupBy(responses.dialogueId)
}
export async function countStatements(dialogueIds: readonly string[]) {
  if (dialogueIds.length === 0) return []
  return db()
    .select({ dialogueId: questions.dialogueId, axis: questions.axis, count: count() })
    .from(statements)
    .innerJoin(questions, eq(questions.id, statements.questionId))
    .where(inArray(questions.dialogueId, [...dialogueIds]))
    .groupBy(questions.dialogueId, questions.axis)
}
export async function putOpening(row: typeof openings.$inferInsert) {
  return (await db().insert(openings).values(row).onConflictDoNothing().returning({ id: openings.id })).length > 0
}
export async function putClosing(row: typeof closings.$inferInsert) {
  return (await db().insert(closings).values(row).onConflictDoNothing().returning({ id: closings.id })).length > 0
}
