import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '#db/columns'
import { persons } from '#people/tables'
import { processes, steps } from '#process/tables'

export const stances = ['keep', 'leave', 'want'] as const
export const axes = ['place', 'workplace'] as const

/** Who was asked. The unit is declared: persons for answers, notes for groups; the two are never added. */
export const groups = pgTable(
  'participation_groups',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    key: text().notNull(),
    name: text().notNull(),
    unit: choice(['persons', 'notes']).notNull(),
    /** How many there are in all, when known. */
    size: integer(),
    /** Everyone in the group was asked: no sampling error (the 21 elected). */
    census: boolean().notNull().default(false),
    children: boolean().notNull().default(false),
    /** The smallest number of persons that may be shown: 5, for children 10; may be raised, never lowered. */
    threshold: integer().notNull().default(5),
    position: integer().notNull(),
  },
  (group) => [
    unique().on(group.processId, group.key),
    check('participation_groups_unit', oneOf(group.unit, ['persons', 'notes'])),
    check('participation_groups_threshold', sql`${group.threshold} >= case when ${group.children} then 10 else 5 end`),
  ],
)

/** A round of asking: a public survey, or notes from groups entered by staff. */
export const dialogues = pgTable(
  'participation_dialogues',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    stepId: uuid()
      .notNull()
      .references(() => steps.id),
    groupId: uuid()
      .notNull()
      .references(() => groups.id),
    slug: text().notNull().unique(),
    title: text().notNull(),
    titleEnglish: text(),
    kind: choice(['survey', 'notes']).notNull(),
    /** What the municipality tells before asking: what, why, who reads, how long. */
    information: text().notNull(),
    informationEnglish: text(),
    promise: text().notNull(),
    promiseEnglish: text(),
    contact: text().notNull(),
    opensOn: calendarDay().notNull(),
    /** Last day, to its end in Europe/Stockholm. */
    closesOn: calendarDay().notNull(),
  },
  (dialogue) => [
    check('participation_dialogues_kind', oneOf(dialogue.kind, ['survey', 'notes'])),
    check('participation_dialogues_time', sql`${dialogue.closesOn} >= ${dialogue.opensOn}`),
  ],
)

/** Opened and closed by whom; a dialogue without an opening is a draft. */
export const openings = pgTable('participation_openings', {
  id: identity(),
  dialogueId: uuid()
    .notNull()
    .unique()
    .references(() => dialogues.id),
  openedBy: uuid()
    .notNull()
    .references(() => persons.id),
  openedAt: instant().notNull(),
})
export const closings = pgTable('participation_closings', {
  id: identity(),
  dialogueId: uuid()
    .notNull()
    .unique()
    .references(() => dialogues.id),
  closedBy: uuid()
    .notNull()
    .references(() => persons.id),
  closedAt: instant().notNull(),
  reason: text().notNull(),
})

/** Questions, each with an identity that never depends on its place. Frozen by trigger once the dialogue is open. */
export const questions = pgTable(
  'participation_questions',
  {
    id: identity(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    position: integer().notNull(),
    wording: text().notNull(),
    wordingEnglish: text(),
    hint: text(),
    hintEnglish: text(),
    /** What an answer to it means, until a coder says otherwise. */
    stance: choice(stances),
    /** The employer and the place are asked about apart, and never summed. */
    axis: choice(axes).notNull().default('place'),
    maxLines: integer().notNull().default(3),
  },
  (question) => [
    unique().on(question.dialogueId, question.position),
    check('participation_questions_stance', sql`${question.stance} is null or ${oneOf(question.stance, stances)}`),
    check('participation_questions_axis', oneOf(question.axis, axes)),
  ],
)

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
    source: choice(['web', 'note', 'import']).notNull(),
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
    check('participation_responses_source', oneOf(response.source, ['web', 'note', 'import'])),
    check('participation_responses_persons', sql`${response.persons} >= 1`),
    // Two people never share an answer: one from the web has a form of its own, a receipt of its own and no name.
    check(
      'participation_responses_web',
      sql`${response.source} <> 'web' or (${response.submissionHash} is not null and ${response.receiptHash} is not null and ${response.label} is null and ${response.enteredBy} is null)`,
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
    check('participation_statements_text', sql`length(${statement.text}) between 1 and 2000`),
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
    reason: text(),
    reviewedBy: uuid()
      .notNull()
      .references(() => persons.id),
    reviewedAt: instant().notNull(),
  },
  (review) => [index().on(review.statementId, review.reviewedAt), check('participation_reviews_verdict', oneOf(review.verdict, ['may-be-shown', 'withheld']))],
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

/** Who has read answers in their own words: one row a person, day, dialogue, page and purpose, which only grows (trigger). */
export const readings = pgTable(
  'participation_readings',
  {
    id: identity(),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    readOn: calendarDay().notNull(),
    page: choice(['review', 'coding']).notNull(),
    purpose: choice(['review', 'coding', 'audit']).notNull(),
    times: integer().notNull(),
    statements: integer().notNull(),
    lastAt: instant().notNull(),
  },
  (row) => [
    unique('participation_readings_one').on(row.personId, row.readOn, row.dialogueId, row.page, row.purpose),
    check('participation_readings_why', sql`${oneOf(row.page, ['review', 'coding'])} and ${oneOf(row.purpose, ['review', 'coding', 'audit'])}`),
    check('participation_readings_counts', sql`${row.times} >= 1 and ${row.statements} >= 1`),
  ],
)
