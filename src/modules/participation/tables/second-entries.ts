import { sql } from 'drizzle-orm'
import { boolean, check, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { choice, identity, instant, oneOf } from '#db/columns'
import { persons } from '#people/tables'
import type { Entry } from '../rules/compare-entries.ts'
import { questions } from './dialogues.ts'
import { batches, sheets } from './sheets.ts'

export const settlements = ['first', 'second', 'other', 'gone'] as const

/** Which forms of a batch are entered twice: so many, drawn by a seed, so that anybody can draw them again. Never changed (trigger). */
export const samples = pgTable(
  'participation_samples',
  {
    id: identity(),
    batchId: uuid()
      .notNull()
      .unique()
      .references(() => batches.id),
    seed: text().notNull(),
    size: integer().notNull(),
    drawnBy: uuid()
      .notNull()
      .references(() => persons.id),
    drawnAt: instant().notNull(),
  },
  (sample) => [check('participation_samples_size', sql`${sample.size} between 1 and 10000`)],
)

/** That a form was entered a second time. What was entered is no answer: only where it differs is it kept, until the difference is settled. */
export const secondEntries = pgTable('participation_second_entries', {
  id: identity(),
  sampleId: uuid()
    .notNull()
    .references(() => samples.id),
  sheetId: uuid()
    .notNull()
    .unique()
    .references(() => sheets.id),
  enteredBy: uuid()
    .notNull()
    .references(() => persons.id),
  enteredAt: instant().notNull(),
})

/** One question of a form that was entered twice: whether the two differ, and what a person said of it. `gone` when the answer was taken back before that. */
export const comparisons = pgTable(
  'participation_comparisons',
  {
    id: identity(),
    secondEntryId: uuid()
      .notNull()
      .references(() => secondEntries.id),
    questionId: uuid()
      .notNull()
      .references(() => questions.id),
    differs: boolean().notNull(),
    /** What the second entry says, while the difference is unsettled. */
    second: jsonb().$type<Entry>(),
    settled: choice(settlements),
    settledBy: uuid().references(() => persons.id),
    settledAt: instant(),
  },
  (row) => [
    unique('participation_comparisons_one').on(row.secondEntryId, row.questionId),
    check('participation_comparisons_settled', sql`${row.settled} is null or (${row.differs} and ${oneOf(row.settled, settlements)})`),
    check('participation_comparisons_kept', sql`(${row.second} is not null) = (${row.differs} and ${row.settled} is null)`),
    check(
      'participation_comparisons_by',
      sql`(${row.settledBy} is null) = (${row.settled} is null or ${row.settled} = 'gone') and (${row.settledBy} is null) = (${row.settledAt} is null)`,
    ),
  ],
)
