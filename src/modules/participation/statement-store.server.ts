import { and, asc, count, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { isAnyOf } from '#db/columns'
import { db } from '#db/database.server'
import { persons } from '#people/tables'
import type { FlagKind } from './rules/flags.ts'
import { dialogues, flags, groups, questions, responses, reviews, statements, statementTranslations } from './tables.ts'

/** The review of a statement that holds. */
export const lastReview = sql`(select last.id from ${reviews} last where last.statement_id = ${statements.id} order by last.reviewed_at desc limit 1)`
const lastTranslation = sql`(select last.id from ${statementTranslations} last where last.statement_id = ${statements.id} order by last.written_at desc limit 1)`
/** The words of a statement for everybody but the one who wrote it: as it was masked, if it was. */
export const wordsToRead = sql<string>`coalesce(${reviews.maskedText}, ${statements.text})`
// A translation holds for exactly the words it was made from.
const translationHolds = and(eq(statementTranslations.id, lastTranslation), sql`${statementTranslations.madeOf} = encode(sha256(convert_to(${wordsToRead}, 'UTF8')), 'hex')`)

/** Statements with all that is known about them: what was asked, of whom, and the last word on whether they may be shown. `text` is as it was masked. */
const withContext = () =>
  db()
    .select({
      id: statements.id,
      text: wordsToRead,
      isMasked: sql<boolean>`${reviews.maskedText} is not null`,
      grouping: statements.grouping,
      question: questions.wording,
      stance: questions.stance,
      axis: questions.axis,
      group: groups.name,
      groupId: groups.id,
      responseId: statements.responseId,
      answeredIn: responses.language,
      processId: groups.processId,
      dialogueId: dialogues.id,
      reviewId: reviews.id,
      verdict: reviews.verdict,
      cause: reviews.cause,
      reason: reviews.reason,
      translation: statementTranslations.text,
      translator: persons.name,
    })
    .from(statements)
    .innerJoin(questions, eq(questions.id, statements.questionId))
    .innerJoin(dialogues, eq(dialogues.id, questions.dialogueId))
    .innerJoin(responses, eq(responses.id, statements.responseId))
    .innerJoin(groups, eq(groups.id, responses.groupId))
    .leftJoin(reviews, eq(reviews.id, lastReview))
    .leftJoin(statementTranslations, translationHolds)
    .leftJoin(persons, eq(persons.id, statementTranslations.writtenBy))

export async function listStatementsByIds(ids: readonly string[]) {
  return ids.length === 0 ? [] : withContext().where(isAnyOf(statements.id, ids))
}
/** Of the statements, those whose last review says that they may be shown, cleared by then, of groups with as many persons as their threshold. */
export async function listShown(ids: readonly string[], until: string | undefined) {
  if (ids.length === 0) return []
  const largeEnough = sql`${groups.id} in (select spoke.group_id from ${responses} spoke join ${groups} heard on heard.id = spoke.group_id group by spoke.group_id, heard.threshold having sum(spoke.persons) >= heard.threshold)`
  const byThen =
    until === undefined
      ? undefined
      : sql`exists (select 1 from ${reviews} early where early.statement_id = ${statements.id} and early.verdict = 'may-be-shown' and early.reviewed_at <= ${until})`
  return withContext().where(and(isAnyOf(statements.id, ids), eq(reviews.verdict, 'may-be-shown'), largeEnough, byThen))
}
/** The words that were written, which masking hides: for the review itself, and for whoever must read them. */
export async function listOriginals(ids: readonly string[]) {
  if (ids.length === 0) return []
  return db().select({ id: statements.id, original: statements.text }).from(statements).where(isAnyOf(statements.id, ids))
}

/** The words of one answer as they were written, with the review of each that holds. */
export async function listReviewedWords(responseId: string) {
  return db()
    .select({ id: statements.id, questionId: statements.questionId, text: statements.text, review: reviews })
    .from(statements)
    .leftJoin(reviews, eq(reviews.id, lastReview))
    .where(eq(statements.responseId, responseId))
    .orderBy(asc(statements.questionId), asc(statements.position))
}

export type ReviewState = 'all' | 'waiting' | 'may-be-shown' | 'masked' | 'withheld'
export type ReviewFilter = { readonly state: ReviewState; readonly flag?: FlagKind; readonly dialogue?: string; readonly group?: string }
const inState: Record<ReviewState, SQL | undefined> = {
  all: undefined,
  waiting: isNull(reviews.verdict),
  'may-be-shown': eq(reviews.verdict, 'may-be-shown'),
  masked: and(eq(reviews.verdict, 'may-be-shown'), isNotNull(reviews.maskedText)),
  withheld: eq(reviews.verdict, 'withheld'),
}
const within = ({ state, flag, dialogue, group }: ReviewFilter) =>
  and(
    inState[state],
    dialogue === undefined ? undefined : eq(dialogues.slug, dialogue),
    group === undefined ? undefined : eq(groups.key, group),
    flag === undefined ? undefined : sql`exists (select 1 from ${flags} flagged where flagged.statement_id = ${statements.id} and ${flag} = any(flagged.kinds))`,
  )
export async function listForReview(filter: ReviewFilter, limit: number, offset: number) {
  return withContext().where(within(filter)).orderBy(asc(statements.grouping), asc(statements.id)).limit(limit).offset(offset)
}
/** How many statements there are by what is said of them, and by what a machine has pointed out in them. One row a combination. */
export async function countForReview({ dialogue, group }: Pick<ReviewFilter, 'dialogue' | 'group'>) {
  return db()
    .select({ verdict: reviews.verdict, isMasked: sql<boolean>`${reviews.maskedText} is not null`, kinds: flags.kinds, count: count() })
    .from(statements)
    .innerJoin(responses, eq(responses.id, statements.responseId))
    .innerJoin(dialogues, eq(dialogues.id, responses.dialogueId))
    .innerJoin(groups, eq(groups.id, responses.groupId))
    .leftJoin(reviews, eq(reviews.id, lastReview))
    .leftJoin(flags, eq(flags.statementId, statements.id))
    .where(within({ state: 'all', dialogue, group }))
    .groupBy(sql`1`, sql`2`, sql`3`)
}
export async function countSameWords(groupings: readonly string[]) {
  if (groupings.length === 0) return []
  return db()
    .select({ grouping: statements.grouping, count: count() })
    .from(statements)
    .where(inArray(statements.grouping, [...groupings]))
    .groupBy(statements.grouping)
}
/** What has been said of one statement, the latest first; never the words. */
export async function listReviewsOf(statementId: string) {
  return db()
    .select({
      verdict: reviews.verdict,
      isMasked: sql<boolean>`${reviews.maskedText} is not null`,
      cause: reviews.cause,
      reason: reviews.reason,
      by: persons.name,
      at: reviews.reviewedAt,
    })
    .from(reviews)
    .innerJoin(persons, eq(persons.id, reviews.reviewedBy))
    .where(eq(reviews.statementId, statementId))
    .orderBy(desc(reviews.reviewedAt))
}
export async function putTranslation(row: typeof statementTranslations.$inferInsert) {
  await db().insert(statementTranslations).values(row)
}
/** Who has translated one statement, and when, the latest first; never the words. */
export async function listTranslationsOf(statementId: string) {
  return db()
    .select({ id: statementTranslations.id, by: persons.name, at: statementTranslations.writtenAt })
    .from(statementTranslations)
    .innerJoin(persons, eq(persons.id, statementTranslations.writtenBy))
    .where(eq(statementTranslations.statementId, statementId))
    .orderBy(desc(statementTranslations.writtenAt))
}
