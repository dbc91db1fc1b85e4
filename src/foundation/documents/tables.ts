import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { identity, instant } from '../db/columns.ts'

/** Content that was decided or published: canonical JSON and its hash, which the database checks by its own means. */
export const documents = pgTable(
  'documents_frozen',
  {
    id: identity(),
    kind: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    subjectVersion: integer().notNull(),
    canonical: text().notNull(),
    sha256: text().notNull(),
    frozenAt: instant().notNull(),
  },
  (document) => [
    unique().on(document.kind, document.subjectKind, document.subjectId, document.subjectVersion),
    check('documents_frozen_hash', sql`${document.sha256} = encode(sha256(convert_to(${document.canonical}, 'UTF8')), 'hex')`),
  ],
)
