import { and, asc, eq, sql } from 'drizzle-orm'
import { isAnyOf } from '#db/columns'
import { db } from '#db/database.server'
import { lastReview, wordsToRead } from './statement-store.server.ts'
import { groups, questions, responses, reviews, statements } from './tables.ts'

export async function listResponseIds(dialogueId: string): Promise<string[]> {
  return (await db().select({ id: responses.id }).from(responses).where(eq(responses.dialogueId, dialogueId))).map(({ id }) => id)
}
/** Answers without anything that says whose they are or when they came. */
export async function listAnswersById(ids: readonly string[]) {
  return db()
    .select({ id: responses.id, groupKey: groups.key, groupName: groups.name, version: responses.version, poster: responses.poster, values: responses.answers })
    .from(responses)
    .innerJoin(groups, eq(groups.id, responses.groupId))
    .where(isAnyOf(responses.id, ids))
}
/** The texts of answers, as they were masked where they were, with the last word on each. */
export async function listTextsOf(responseIds: readonly string[]) {
  return db()
    .select({
      responseId: statements.responseId,
      question: questions.key,
      text: wordsToRead,
      verdict: reviews.verdict,
    })
    .from(statements)
    .innerJoin(questions, eq(questions.id, statements.questionId))
    .leftJoin(reviews, eq(reviews.id, lastReview))
    .where(isAnyOf(statements.responseId, responseIds))
    .orderBy(asc(questions.position), asc(statements.position))
}
export async function countTexts(dialogueId: string): Promise<number> {
  const [row] = await db()
    .select({ count: sql<number>`count(*)::int` })
    .from(statements)
    .innerJoin(responses, eq(responses.id, statements.responseId))
    .where(and(eq(responses.dialogueId, dialogueId)))
  return row?.count ?? 0
}
/** The words of each question before any correction. */
export async function listFirstWords(dialogueId: string) {
  return db().select({ id: questions.id, wording: questions.wording, form: questions.form }).from(questions).where(eq(questions.dialogueId, dialogueId))
}
