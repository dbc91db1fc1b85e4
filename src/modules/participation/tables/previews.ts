import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, instant } from '#db/columns'
import { persons } from '#people/tables'
import { dialogues } from './dialogues.ts'

/** A draft that was shown to somebody outside by a link: of the link only a keyed hash is stored. It ends by its day, or when it is taken back. */
export const previews = pgTable(
  'participation_previews',
  {
    tokenHash: text().primaryKey(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    /** The last day on which the link leads anywhere. */
    expiresOn: calendarDay().notNull(),
    sharedBy: uuid()
      .notNull()
      .references(() => persons.id),
    sharedAt: instant().notNull(),
    revokedBy: uuid().references(() => persons.id),
    revokedAt: instant(),
  },
  (preview) => [
    index().on(preview.dialogueId),
    check('participation_previews_days', sql`${preview.expiresOn} - (${preview.sharedAt} at time zone 'Europe/Stockholm')::date between 1 and 30`),
    check('participation_previews_revoked', sql`(${preview.revokedBy} is null) = (${preview.revokedAt} is null)`),
  ],
)
