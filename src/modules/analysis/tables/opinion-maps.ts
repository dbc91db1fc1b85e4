import { jsonb, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { identity } from '#db/columns'
import { dialogues } from '#participation/tables'
import type { ShownCounts } from '../rules/frozen-before.ts'
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
    /** The votes that the figures were counted from: by the number of each statement that has a figure, agree, pass and disagree. Shown to nobody. */
    counts: jsonb().$type<ShownCounts>().notNull().default({}),
  },
  (map) => [unique().on(map.dialogueId, map.number)],
)
