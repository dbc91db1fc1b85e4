import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { choice, identity, instant, oneOf } from '../db/columns.ts'
import { persons } from '../people/tables.ts'

/**
 * A text in another language. It holds for exactly the Swedish words it was made from (`original`), wherever they stand; when they change
 * it no longer holds, and `place` says where it once did. Appended (trigger): the latest holds.
 */
export const texts = pgTable(
  'translations_texts',
  {
    id: identity(),
    language: text().notNull(),
    original: text().notNull(),
    text: text().notNull(),
    /** Where the translator found it: kind, id and field with colons between. */
    place: text().notNull(),
    /** Whether a person or a machine made it. A person has always put it in. */
    madeBy: choice(['person', 'machine']).notNull(),
    writtenBy: uuid()
      .notNull()
      .references(() => persons.id),
    writtenAt: instant().notNull(),
  },
  (row) => [
    index().on(row.language),
    check('translations_texts_language', sql`${row.language} <> 'sv'`),
    check('translations_texts_text', sql`length(trim(${row.text})) > 0`),
    check('translations_texts_made_by', oneOf(row.madeBy, ['person', 'machine'])),
  ],
)
