import { integer, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity, instant } from '#db/columns'
import { documents } from '#documents/tables'
import { dialogues } from '#participation/tables'
import { persons } from '#people/tables'

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
    frozenBy: uuid()
      .notNull()
      .references(() => persons.id),
    frozenAt: instant().notNull(),
  },
  (map) => [unique().on(map.dialogueId, map.number)],
)
