import { pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity } from '#db/columns'
import { dialogues } from '#participation/tables'
import { frozen } from './frozen.ts'

/** What the votes of a dialogue of statements say, worked out and frozen: the figures that the public sees. */
export const opinionMaps = pgTable(
  'analysis_opinion_maps',
  {
    id: identity(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    ...frozen(),
  },
  (map) => [unique().on(map.dialogueId, map.number)],
)
