import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { choice, identity, instant, oneOf } from '#db/columns'
import { documents } from '#documents/tables'
import { persons } from '#people/tables'
import { dialogues } from './dialogues.ts'

/** What a protocol is of: answers handed out to whoever asked for public documents, or thinned. */
export const protocolKinds = ['handout', 'thinning'] as const

/** A frozen protocol of answers that were handed out or thinned, on whose decision and why. Rows are only added (trigger). */
export const protocols = pgTable(
  'participation_protocols',
  {
    id: identity(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    kind: choice(protocolKinds).notNull(),
    /** From 1 in each dialogue and kind. */
    number: integer().notNull(),
    /** The number of the decision or of the matter. */
    decision: text().notNull(),
    reason: text().notNull(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    madeBy: uuid()
      .notNull()
      .references(() => persons.id),
    madeAt: instant().notNull(),
  },
  (row) => [
    unique('participation_protocols_one').on(row.dialogueId, row.kind, row.number),
    check('participation_protocols_kind', oneOf(row.kind, protocolKinds)),
    check('participation_protocols_why', sql`length(${row.decision}) > 0 and length(${row.reason}) > 0`),
  ],
)
