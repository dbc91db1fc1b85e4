import { sql } from 'drizzle-orm'
import { boolean, check, doublePrecision, index, integer, pgTable, primaryKey, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { choice, identity, instant, oneOf } from '#db/columns'
import { statements } from '#participation/tables'
import { persons } from '#people/tables'
import { processes } from '#process/tables'
import { codings } from './codings.ts'
import { themes } from './themes.ts'

/** A suggested theme was taken by the coder, was left when the statement was read as others, or was refused by a word of its own. */
export const suggestionAnswers = ['taken', 'left', 'refused'] as const

/** What a coder answered to a suggestion, how sure it was and how many coded statements it was learnt from. It counts nowhere but in how often suggestions are right. */
export const answeredSuggestions = pgTable(
  'analysis_suggestion_answers',
  {
    id: identity(),
    statementId: uuid()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    themeId: uuid()
      .notNull()
      .references(() => themes.id),
    answer: choice(suggestionAnswers).notNull(),
    certainty: doublePrecision().notNull(),
    learntFrom: integer().notNull(),
    /** False when it was hidden from a coder who reads blind. */
    wasSeen: boolean().notNull(),
    answeredBy: uuid()
      .notNull()
      .references(() => persons.id),
    answeredAt: instant().notNull(),
  },
  (answer) => [
    index().on(answer.statementId),
    index().on(answer.answeredBy, answer.themeId),
    check('analysis_suggestion_answers_answer', oneOf(answer.answer, suggestionAnswers)),
    check('analysis_suggestion_answers_certainty', sql`${answer.certainty} between 0 and 1 and ${answer.learntFrom} >= 0`),
    check('analysis_suggestion_answers_seen', sql`${answer.wasSeen} or ${answer.answer} <> 'refused'`),
  ],
)

/** A time when a coder read without seeing suggestions. */
export const blindSpells = pgTable(
  'analysis_blind_spells',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    coderId: uuid()
      .notNull()
      .references(() => persons.id),
    begunAt: instant().notNull(),
    endedAt: instant(),
  },
  (spell) => [uniqueIndex('analysis_blind_spells_one').on(spell.processId, spell.coderId).where(sql`ended_at is null`)],
)

/** Suggestions above a certainty, gathered to be accepted together once a sample of them has been judged. */
export const bulks = pgTable(
  'analysis_bulks',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    number: integer().notNull(),
    certainty: doublePrecision().notNull(),
    seed: integer().notNull(),
    learntFrom: integer().notNull(),
    gatheredBy: uuid()
      .notNull()
      .references(() => persons.id),
    gatheredAt: instant().notNull(),
    outcome: choice(['accepted', 'declined']),
    decidedBy: uuid().references(() => persons.id),
    decidedAt: instant(),
    undoneBy: uuid().references(() => persons.id),
    undoneAt: instant(),
  },
  (bulk) => [
    unique().on(bulk.processId, bulk.number),
    check('analysis_bulks_certainty', sql`${bulk.certainty} between 0 and 1`),
    check('analysis_bulks_outcome', sql`${bulk.outcome} is null or ${oneOf(bulk.outcome, ['accepted', 'declined'])}`),
    check('analysis_bulks_decided', sql`(${bulk.outcome} is null) = (${bulk.decidedBy} is null) and (${bulk.outcome} is null) = (${bulk.decidedAt} is null)`),
    check(
      'analysis_bulks_undone',
      sql`(${bulk.undoneBy} is null) = (${bulk.undoneAt} is null) and (${bulk.undoneAt} is null or (${bulk.outcome} is not null and ${bulk.outcome} = 'accepted'))`,
    ),
  ],
)

/** One suggestion of a bulk. Those of the sample have a place in it, and are judged. */
export const bulkStatements = pgTable(
  'analysis_bulk_statements',
  {
    bulkId: uuid()
      .notNull()
      .references(() => bulks.id),
    statementId: uuid()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    themeId: uuid()
      .notNull()
      .references(() => themes.id),
    certainty: doublePrecision().notNull(),
    position: integer(),
    isRight: boolean(),
    judgedBy: uuid().references(() => persons.id),
    judgedAt: instant(),
    /** What it became when the bulk was accepted. */
    codingId: uuid().references(() => codings.id),
  },
  (suggestion) => [
    primaryKey({ columns: [suggestion.bulkId, suggestion.statementId] }),
    unique().on(suggestion.bulkId, suggestion.position),
    index().on(suggestion.statementId),
    check(
      'analysis_bulk_statements_judged',
      sql`(${suggestion.isRight} is null) = (${suggestion.judgedBy} is null) and (${suggestion.isRight} is null) = (${suggestion.judgedAt} is null)`,
    ),
    check('analysis_bulk_statements_sampled', sql`${suggestion.isRight} is null or ${suggestion.position} is not null`),
    check('analysis_bulk_statements_wrong', sql`${suggestion.codingId} is null or ${suggestion.isRight} is distinct from false`),
  ],
)
