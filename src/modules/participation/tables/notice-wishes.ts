import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, oneOf } from '#db/columns'
import { dialogues } from './dialogues.ts'

/** Who wishes to be told what became of a dialogue, apart from every answer: nothing here says that the address has answered, or what. */
export const noticeWishes = pgTable(
  'participation_notice_wishes',
  {
    id: identity(),
    /** HMAC of the dialogue and the address: the same address twice is one. */
    addressHash: text().notNull().unique(),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    /** The address, encrypted with a key made from the secret of the installation. */
    sealed: text().notNull(),
    language: choice(['sv', 'en']).notNull(),
    /** What is still to be told. */
    whenRead: boolean().notNull(),
    whenDecided: boolean().notNull(),
    askedOn: calendarDay().notNull(),
    confirmedOn: calendarDay(),
    expiresOn: calendarDay().notNull(),
    /** The letter to the address that is on its way: what it is a notice of, the day it was written, and the last day that it is tried. */
    lastNotice: text(),
    writtenOn: calendarDay(),
    triedUntil: calendarDay(),
  },
  (wish) => [
    index().on(wish.expiresOn),
    check('participation_notice_wishes_something', sql`${wish.whenRead} or ${wish.whenDecided}`),
    check('participation_notice_wishes_language', oneOf(wish.language, ['sv', 'en'])),
    check('participation_notice_wishes_letter', sql`num_nulls(${wish.lastNotice}, ${wish.writtenOn}, ${wish.triedUntil}) in (0, 3)`),
    check('participation_notice_wishes_address', sql`position('@' in ${wish.sealed}) = 0 and length(${wish.sealed}) < 1000`),
  ],
)
