import { integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, instant } from '#db/columns'
import { documents } from '#documents/tables'
import { persons } from '#people/tables'
import { processes } from '#process/tables'

/** A matrix that was computed and frozen: the figures that a vision rests on and that the public sees. */
export const snapshots = pgTable(
  'analysis_snapshots',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    number: integer().notNull(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    frozenBy: uuid()
      .notNull()
      .references(() => persons.id),
    frozenAt: instant().notNull(),
  },
  (snapshot) => [unique().on(snapshot.processId, snapshot.number)],
)

/** The codebook as it read on a day, frozen: what the codings of that time were made by. */
export const codebookVersions = pgTable(
  'analysis_codebook_versions',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    number: integer().notNull(),
    note: text().notNull(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    frozenBy: uuid()
      .notNull()
      .references(() => persons.id),
    frozenAt: instant().notNull(),
  },
  (version) => [unique().on(version.processId, version.number)],
)
