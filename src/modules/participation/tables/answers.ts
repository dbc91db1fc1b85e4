import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '#db/columns'
import { persons } from '#people/tables'
import { causes } from '../rules/cause.ts'
import type { Values } from '../rules/question.ts'
import { dialogues, groups, questions } from './dialogues.ts'

/** By which way an answer came. */
export const sources = ['web', 'code', 'paper', 'interview', 'class', 'kiosk', 'note', 'import'] as const

/** One answer, or one group's note. Time to the day only. */
export const responses = pgTable(
  'participation_responses',
  {
    id: identity(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    receivedOn: calendarDay().notNull(),
    source: choice(sources).notNull(),
    /** What was chosen, by the key of the question; words of one's own are statements. */
    answers: jsonb().$type<Values>().notNull().default({}),
    /** The version of the questionnaire that it answers. */
    version: integer().notNull().default(1),
    /** The language it was answered in, when it wasn't Swedish. */
    language: text(),
    /** The place of the poster that it came by, when it came by one; never what was answered. */
    poster: text(),
    /** Persons behind it: 1 for an answer, the size of the group for a note. */
    persons: integer().notNull().default(1),
    /** What staff call the note ("Bord 3, 10 november"); never for an answer. */
    label: text(),
    /** HMAC of the receipt code; null for notes and imports without one. */
    receiptHash: text().unique(),
    /** HMAC of the form's one-time key: a double send finds the first. */
    submissionHash: text().unique(),
    /** Salt of the seal's leaf, so that a short answer can't be guessed from its hash. Erased with the row. */
    sealSalt: text().notNull(),
    /** The batch it is sealed in, when it is. */
    sealSequence: integer(),
    importId: uuid(),
    enteredBy: uuid().references(() => persons.id),
  },
  (response) => [
    index().on(response.dialogueId),
    index().on(response.groupId),
    index('participation_responses_unsealed').on(response.sealSequence).where(sql`seal_sequence is null`),
    check('participation_responses_source', oneOf(response.source, sources)),
    check('participation_responses_answers', sql`jsonb_typeof(${response.answers}) = 'object'`),
    check('participation_responses_poster', sql`${response.poster} is null or ${response.source} = 'web'`),
    check('participation_responses_persons', sql`${response.persons} >= 1`),
    // Two people never share an answer: one from the web has a form of its own, a receipt of its own and no name.
    check(
      'participation_responses_web',
      sql`${response.source} not in ('web', 'code', 'class', 'kiosk') or (${response.submissionHash} is not null and ${response.receiptHash} is not null and ${response.label} is null and ${response.enteredBy} is null)`,
    ),
  ],
)

/** One idea, as it was written, in the answer's own order. */
export const statements = pgTable(
  'participation_statements',
  {
    id: identity(),
    responseId: uuid()
      .notNull()
      .references(() => responses.id),
    questionId: uuid()
      .notNull()
      .references(() => questions.id),
    position: integer().notNull(),
    text: text().notNull(),
    /** NFC, folded, spaces collapsed: equal words group, however they were typed. */
    grouping: text().notNull(),
  },
  (statement) => [
    unique().on(statement.responseId, statement.questionId, statement.position),
    index().on(statement.questionId),
    index().on(statement.grouping),
    check('participation_statements_text', sql`length(${statement.text}) between 1 and 5000`),
  ],
)

/** A person's word on whether a text may be shown (får visas), masked where needed. The last row holds. */
export const reviews = pgTable(
  'participation_reviews',
  {
    id: identity(),
    statementId: uuid()
      .notNull()
      .references(() => statements.id),
    verdict: choice(['may-be-shown', 'withheld']).notNull(),
    /** The text as it may be shown, when something in it was masked. */
    maskedText: text(),
    /** Why something in it was masked, or why it isn't shown. */
    cause: choice(causes),
    /** The same in the reviewer's own words. */
    reason: text(),
    reviewedBy: uuid()
      .notNull()
      .references(() => persons.id),
    reviewedAt: instant().notNull(),
  },
  (review) => [
    index().on(review.statementId, review.reviewedAt),
    check('participation_reviews_verdict', oneOf(review.verdict, ['may-be-shown', 'withheld'])),
    // Whoever takes words away says why.
    check(
      'participation_reviews_cause',
      sql`case when ${review.verdict} = 'withheld' or ${review.maskedText} is not null then ${review.cause} is not null and ${oneOf(review.cause, causes)} and (${review.cause} <> 'other' or ${review.reason} is not null) else ${review.cause} is null end`,
    ),
  ],
)

/** A file that was taken in: by what it says, not by its bytes, so that a re-saved copy is recognised. */
export const imports = pgTable(
  'participation_imports',
  {
    id: identity(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    fileName: text().notNull(),
    contentHash: text().notNull(),
    accepted: integer().notNull(),
    rejected: integer().notNull(),
    importedBy: text().notNull(),
    importedAt: instant().notNull(),
  },
  (row) => [unique().on(row.dialogueId, row.contentHash)],
)

/** A half-written answer, for whoever has its resume code: what is stored can't be read without it. */
export const begunAnswers = pgTable(
  'participation_begun_answers',
  {
    /** HMAC of the resume code. */
    codeHash: text().primaryKey(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    /** What has been written, encrypted with a key made from the code. */
    sealed: text().notNull(),
    expiresOn: calendarDay().notNull(),
  },
  (begun) => [index().on(begun.expiresOn), check('participation_begun_answers_size', sql`length(${begun.sealed}) < 400000`)],
)

/** Answers that are no longer there: taken back or changed by the one who gave them, or thinned. Of the answer nothing is left but the leaf of its seal. */
export const erasures = pgTable(
  'participation_erasures',
  {
    id: identity(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    responseId: uuid().notNull().unique(),
    erasedOn: calendarDay().notNull(),
    why: choice(['withdrawn', 'changed', 'thinned']).notNull(),
    persons: integer().notNull().default(1),
    sealSequence: integer(),
    sealLeaf: text(),
    /** Who thinned it; whoever takes back an answer is nobody we know. */
    erasedBy: uuid().references(() => persons.id),
    /** HMAC of the key of its form, when its giver changed it or took it back: the form sent again is no new answer. */
    submissionHash: text(),
  },
  (erasure) => [
    index().on(erasure.dialogueId),
    index().on(erasure.submissionHash),
    check('participation_erasures_why', oneOf(erasure.why, ['withdrawn', 'changed', 'thinned'])),
    check('participation_erasures_seal', sql`(${erasure.sealSequence} is null) = (${erasure.sealLeaf} is null)`),
  ],
)
