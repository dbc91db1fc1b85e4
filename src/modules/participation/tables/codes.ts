import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, identity, instant } from '#db/columns'
import { persons } from '#people/tables'
import { dialogues } from './dialogues.ts'

/** One-time codes made together for a unit. A dialogue that has a batch is for a closed group; whether it is stands fast when it opens. */
export const codeBatches = pgTable(
  'participation_code_batches',
  {
    id: identity(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    unit: text().notNull(),
    made: integer().notNull(),
    /** The last day on which its codes can be used. */
    expiresOn: calendarDay().notNull(),
    madeBy: uuid()
      .notNull()
      .references(() => persons.id),
    madeAt: instant().notNull(),
    /** Of codes that are mailed: how many days there are between two letters at the least, and how many reminders there are at the most. */
    remindEvery: integer(),
    remindAtMost: integer(),
  },
  (batch) => [
    index().on(batch.dialogueId),
    check('participation_code_batches_made', sql`${batch.made} between 1 and 5000`),
    check(
      'participation_code_batches_reminders',
      sql`${batch.remindEvery} between 1 and 90 and ${batch.remindAtMost} between 0 and 5 and (${batch.remindEvery} is null) = (${batch.remindAtMost} is null)`,
    ),
  ],
)

/** A code, of which only a keyed hash is stored. It says whether it is used: not when, and not for which answer. */
export const codes = pgTable(
  'participation_codes',
  {
    codeHash: text().primaryKey(),
    batchId: uuid()
      .notNull()
      .references(() => codeBatches.id),
    isUsed: boolean().notNull().default(false),
  },
  (code) => [index().on(code.batchId)],
)

/** A code that is no longer good, by whose word and why. */
export const codeRevocations = pgTable('participation_code_revocations', {
  codeHash: text()
    .primaryKey()
    .references(() => codes.codeHash),
  reason: text().notNull(),
  revokedBy: uuid()
    .notNull()
    .references(() => persons.id),
  revokedAt: instant().notNull(),
})
