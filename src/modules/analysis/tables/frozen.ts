import { integer, uuid } from 'drizzle-orm/pg-core'
import { instant } from '#db/columns'
import { documents } from '#documents/tables'
import { persons } from '#people/tables'

/** The columns of what is frozen again and again: each time a number, a document, who and when. */
export const frozen = () => ({
  number: integer().notNull(),
  documentId: uuid()
    .notNull()
    .references(() => documents.id),
  frozenBy: uuid()
    .notNull()
    .references(() => persons.id),
  frozenAt: instant().notNull(),
})
