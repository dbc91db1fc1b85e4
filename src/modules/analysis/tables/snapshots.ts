import { pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { identity } from '#db/columns'
import { processes } from '#process/tables'
import { frozen } from './frozen.ts'

/** A matrix that was computed and frozen: the figures that a vision rests on and that the public sees. */
export const snapshots = pgTable(
  'analysis_snapshots',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    ...frozen(),
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
    ...frozen(),
    note: text().notNull(),
  },
  (version) => [unique().on(version.processId, version.number)],
)
