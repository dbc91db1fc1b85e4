import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { statements } from './answers.ts'

/** What a machine has pointed out in a statement, by which rules. Made of the text alone, so it goes with it. */
export const flags = pgTable('participation_flags', {
  statementId: uuid()
    .primaryKey()
    .references(() => statements.id, { onDelete: 'cascade' }),
  kinds: text().array().notNull(),
  rules: integer().notNull(),
})
