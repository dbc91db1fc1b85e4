import { sql } from 'drizzle-orm'
import { check, integer, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '#db/columns'
import { persons } from '#people/tables'
import { dialogues } from './dialogues.ts'

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
    page: choice(['review', 'coding', 'export', 'original', 'paper', 'notes']).notNull(),
    purpose: choice(['review', 'coding', 'export', 'original', 'audit', 'paper', 'notes']).notNull(),
    times: integer().notNull(),
    statements: integer().notNull(),
    lastAt: instant().notNull(),
  },
  (row) => [
    unique('participation_readings_one').on(row.personId, row.readOn, row.dialogueId, row.page, row.purpose),
    check(
      'participation_readings_why',
      sql`${oneOf(row.page, ['review', 'coding', 'export', 'original', 'paper', 'notes'])} and ${oneOf(row.purpose, ['review', 'coding', 'export', 'original', 'audit', 'paper', 'notes'])}`,
    ),
    check('participation_readings_counts', sql`${row.times} >= 1 and ${row.statements} >= 1`),
  ],
)
