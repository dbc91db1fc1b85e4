import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '#db/columns'
import { persons } from '#people/tables'
import { responses } from './answers.ts'
import { dialogues } from './dialogues.ts'

export const batchSources = ['paper', 'interview'] as const

/** Forms that came together: how many, from where and on which day, as whoever took them in wrote it down. Never changed (trigger). */
export const batches = pgTable(
  'participation_batches',
  {
    id: identity(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    source: choice(batchSources).notNull(),
    /** From where: a library, a school, a meeting; never a person. */
    origin: text().notNull(),
    forms: integer().notNull(),
    receivedOn: calendarDay().notNull(),
    receivedBy: uuid()
      .notNull()
      .references(() => persons.id),
    registeredAt: instant().notNull(),
  },
  (batch) => [
    index().on(batch.dialogueId),
    check('participation_batches_source', oneOf(batch.source, batchSources)),
    check('participation_batches_forms', sql`${batch.forms} between 1 and 10000`),
  ],
)

/** One form of a batch, entered once or set aside with a reason. Its answer may be corrected or taken back; the sheet is still counted. */
export const sheets = pgTable(
  'participation_sheets',
  {
    id: identity(),
    batchId: uuid()
      .notNull()
      .references(() => batches.id),
    /** The number on the form. */
    number: text().notNull(),
    responseId: uuid()
      .unique()
      .references(() => responses.id, { onDelete: 'set null' }),
    /** Why it could not be read. */
    setAsideBecause: text(),
    enteredBy: uuid()
      .notNull()
      .references(() => persons.id),
    enteredAt: instant().notNull(),
  },
  (sheet) => [
    unique('participation_sheets_number').on(sheet.batchId, sheet.number),
    check('participation_sheets_either', sql`${sheet.setAsideBecause} is null or ${sheet.responseId} is null`),
  ],
)
