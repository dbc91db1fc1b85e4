import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '#db/columns'
import { persons } from '#people/tables'
import { processes, steps } from '#process/tables'
import { dialogueKinds } from '../rules/dialogue-kind.ts'
import { backgrounds, type QuestionForm, questionKinds, type ShowIf } from '../rules/question.ts'
import { retentions } from '../rules/retention.ts'

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

/** A round of asking: a public survey, notes from groups entered by staff, or statements to agree or disagree with. */
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
    kind: choice(dialogueKinds).notNull(),
    /** What the municipality tells before asking: what, why, who reads, how long. */
    information: text().notNull(),
    informationEnglish: text(),
    promise: text().notNull(),
    promiseEnglish: text(),
    contact: text().notNull(),
    opensOn: calendarDay().notNull(),
    /** Last day, in Europe/Stockholm; to its end when no earlier time is said. */
    closesOn: calendarDay().notNull(),
    /** The clock in Europe/Stockholm, 00:00 to 24:00. */
    opensTime: text().notNull().default('00:00'),
    closesTime: text().notNull().default('24:00'),
    /** With what support in law the answers are asked for. */
    legalBasis: text().notNull().default(''),
    retention: choice(retentions).notNull().default('kept'),
    retentionYears: integer(),
    /** For how many days a half-written answer is kept. */
    draftDays: integer().notNull().default(14),
    /** Figures are shown to everybody while it is open: only what was promised before the first answer. */
    figuresWhileOpen: boolean().notNull().default(false),
  },
  (dialogue) => [
    check('participation_dialogues_clock', sql`${dialogue.opensTime} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and ${dialogue.closesTime} ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'`),
    check('participation_dialogues_retention', oneOf(dialogue.retention, retentions)),
    check('participation_dialogues_years', sql`(${dialogue.retention} = 'after-years') = (${dialogue.retentionYears} is not null)`),
    check('participation_dialogues_draft_days', sql`${dialogue.draftDays} between 1 and 90`),
    check('participation_dialogues_kind', oneOf(dialogue.kind, dialogueKinds)),
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

/** A last day that was moved on after the opening, with the reason that residents see. The latest row holds. */
export const extensions = pgTable(
  'participation_extensions',
  {
    id: identity(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    closesOn: calendarDay().notNull(),
    closesTime: text().notNull().default('24:00'),
    reason: text().notNull(),
    extendedBy: uuid()
      .notNull()
      .references(() => persons.id),
    extendedAt: instant().notNull(),
  },
  (extension) => [index().on(extension.dialogueId), check('participation_extensions_clock', sql`${extension.closesTime} ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'`)],
)

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
    /** What it is called in files and interfaces: never by its place, so that nothing shifts. */
    key: text().notNull(),
    kind: choice(questionKinds).notNull().default('lines'),
    required: boolean().notNull().default(false),
    /** The heading of the part that begins here. */
    sectionHeading: text(),
    sectionHeadingEnglish: text(),
    /** A question that every survey asks alike, to be held against the population. */
    background: choice(backgrounds),
    form: jsonb().$type<QuestionForm>().notNull().default({}),
    showIf: jsonb().$type<ShowIf>(),
  },
  (question) => [
    unique().on(question.dialogueId, question.position),
    unique('participation_questions_key').on(question.dialogueId, question.key),
    check('participation_questions_kind', oneOf(question.kind, questionKinds)),
    check('participation_questions_background', sql`${question.background} is null or ${oneOf(question.background, backgrounds)}`),
    check('participation_questions_asked', sql`${question.kind} <> 'information' or not ${question.required}`),
    check('participation_questions_stance', sql`${question.stance} is null or ${oneOf(question.stance, stances)}`),
    check('participation_questions_axis', oneOf(question.axis, axes)),
  ],
)

/** A questionnaire mended while it is open: a new version, with the reason that residents see. What was answered keeps the version it answered. */
export const corrections = pgTable(
  'participation_corrections',
  {
    id: identity(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    version: integer().notNull(),
    reason: text().notNull(),
    correctedBy: uuid()
      .notNull()
      .references(() => persons.id),
    correctedAt: instant().notNull(),
  },
  (correction) => [unique().on(correction.dialogueId, correction.version), check('participation_corrections_version', sql`${correction.version} >= 2`)],
)
/** The words of one question from a correction on. What it asks for is the same: its key, its kind and its choices' keys. */
export const correctedWords = pgTable(
  'participation_corrected_words',
  {
    id: identity(),
    correctionId: uuid()
      .notNull()
      .references(() => corrections.id),
    questionId: uuid()
      .notNull()
      .references(() => questions.id),
    wording: text().notNull(),
    wordingEnglish: text(),
    hint: text(),
    hintEnglish: text(),
    form: jsonb().$type<QuestionForm>().notNull(),
  },
  (words) => [unique().on(words.correctionId, words.questionId)],
)
