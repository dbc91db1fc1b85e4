import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { identity, instant } from '#db/columns'
import { persons } from '#people/tables'
import { statements } from './answers.ts'

/**
 * A statement in Swedish, as a person has translated it. It holds for exactly the words it was made from, as they could be shown then: when something more is
 * masked it no longer holds. Appended (trigger): the latest holds.
 */
export const statementTranslations = pgTable(
  'participation_statement_translations',
  {
    id: identity(),
    statementId: uuid()
      .notNull()
      .references(() => statements.id),
    text: text().notNull(),
    /** SHA-256 of the words it was made from. */
    madeOf: text().notNull(),
    writtenBy: uuid()
      .notNull()
      .references(() => persons.id),
    writtenAt: instant().notNull(),
  },
  (row) => [index().on(row.statementId, row.writtenAt), check('participation_statement_translations_text', sql`length(${row.text}) between 1 and 5000`)],
)
