import { integer, jsonb, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, instant } from '#db/columns'
import { documents } from '#documents/tables'
import { dialogues } from '#participation/tables'
import { persons } from '#people/tables'
import type { ShownCounts } from '../rules/frozen-before.ts'

/** What the votes of a dialogue of statements say, worked out and frozen: the figures that the public sees. */
export const opinionMaps = pgTable(
  'analysis_opinion_maps',
  {
    id: identity(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    number: integer().notNull(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    /** The votes that the figures were counted from: by the number of each statement that has a figure, agree, pass and disagree. Shown to nobody. */
    counts: jsonb().$type<ShownCounts>().notNull().default({}),
    frozenBy: uuid()
      .notNull()
      .references(() => persons.id),
    frozenAt: instant().notNull(),
  },
  (map) => [unique().on(map.dialogueId, map.number)],
)
