import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, identity } from '#db/columns'
import { codeBatches, codes } from './codes.ts'
import { dialogues } from './dialogues.ts'

/**
 * Whom a code is mailed to, so that the letter can be sent again and whoever has answered is left alone. It knows the code, and by it whether it is used:
 * nothing here or there says which answer that gave. When nobody is written to any more, only how many letters went is left.
 */
export const codeHolders = pgTable(
  'participation_code_holders',
  {
    id: identity(),
    batchId: uuid()
      .notNull()
      .references(() => codeBatches.id),
    dialogueId: uuid()
      .notNull()
      .references(() => dialogues.id),
    /** HMAC of the dialogue and the address: the same address twice is one holder. It outlives the address of somebody who has said no to reminders. */
    addressHash: text().unique(),
    /** The address, encrypted with a key made from the secret of the installation. */
    sealed: text(),
    codeHash: text()
      .unique()
      .references(() => codes.codeHash),
    /** How many letters have been written by themselves: the first, and the reminders. */
    letters: integer().notNull().default(0),
    /** The day of the last letter, also of one that was sent again on request. */
    lastMailedOn: calendarDay(),
    /** What the last letter is called in the mail queue. */
    lastNotice: text(),
  },
  (holder) => [
    index().on(holder.batchId),
    index('participation_code_holders_written_to').on(holder.dialogueId).where(sql`${holder.sealed} is not null`),
    check('participation_code_holders_address', sql`position('@' in ${holder.sealed}) = 0 and length(${holder.sealed}) < 1000`),
    check('participation_code_holders_whole', sql`${holder.sealed} is null or (${holder.addressHash} is not null and ${holder.codeHash} is not null)`),
  ],
)
