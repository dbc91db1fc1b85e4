import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, oneOf } from '#db/columns'
import { persons } from '#people/tables'
import { processes } from '#process/tables'

export const exchangeKinds = ['codebook', 'codings'] as const

/**
 * What a file from another tool says, read and being looked at by whoever sent it. It holds no text of any answer. Gone when taken in, or the day after.
 */
export const begunExchanges = pgTable(
  'analysis_begun_exchanges',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    kind: choice(exchangeKinds).notNull(),
    fileName: text().notNull(),
    /** JSON, as it is only ever read whole. */
    content: text().notNull(),
    begunBy: uuid()
      .notNull()
      .references(() => persons.id),
    expiresOn: calendarDay().notNull(),
  },
  (begun) => [index().on(begun.expiresOn), check('analysis_begun_exchanges_kind', oneOf(begun.kind, exchangeKinds))],
)
