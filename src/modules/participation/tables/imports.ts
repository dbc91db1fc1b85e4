import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, identity, instant } from '#db/columns'
import { persons } from '#people/tables'
import { dialogues } from './dialogues.ts'

/**
 * A file of answers from another system that is being looked at: encrypted with a key made from the token in its address, which is not stored. Gone when
 * taken in, or the day after.
 */
export const begunImports = pgTable(
  'participation_begun_imports',
  {
    /** HMAC of the token. */
    tokenHash: text().primaryKey(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    sealed: text().notNull(),
    begunBy: uuid()
      .notNull()
      .references(() => persons.id),
    expiresOn: calendarDay().notNull(),
  },
  (begun) => [index().on(begun.expiresOn), check('participation_begun_imports_size', sql`length(${begun.sealed}) < 20000000`)],
)

/** Which column of a file is which question, and which words of it are which choice, as it was last said for files with the same headings. */
export const importMappings = pgTable(
  'participation_import_mappings',
  {
    id: identity(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    /** Of the headings, in their order. */
    fingerprint: text().notNull(),
    /** For each column what it is for; empty for one that is left out. */
    columns: jsonb().$type<readonly string[]>().notNull(),
    /** By the key of the question: the choice that a word stands for. */
    choices: jsonb().$type<Readonly<Record<string, Readonly<Record<string, string>>>>>().notNull(),
    savedBy: uuid()
      .notNull()
      .references(() => persons.id),
    savedAt: instant().notNull(),
  },
  (mapping) => [unique('participation_import_mappings_headings').on(mapping.dialogueId, mapping.fingerprint)],
)

/** Rows of files that have been taken in: HMAC of all that the row says. It points at no answer. Never removed (trigger), or an answer that was erased would come back. */
export const importedRows = pgTable(
  'participation_imported_rows',
  {
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    rowHash: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.dialogueId, row.rowHash] })],
)
