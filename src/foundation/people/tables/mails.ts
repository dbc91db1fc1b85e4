import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { identity, instant } from '../../db/columns.ts'

/** Mail on its way: it waits, is tried again when a server could not take it, and is sent or given up, once. In the demo it is read on the outbox page. */
export const mails = pgTable(
  'people_mails',
  {
    id: identity(),
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    queuedAt: instant().notNull().defaultNow(),
    sentAt: instant(),
    /** What it is a notice of: each notice is queued once. */
    notice: text().unique(),
    attempts: integer().notNull().default(0),
    /** After this nobody has any use for it: a link that no longer opens anything. */
    usefulUntil: instant(),
    nextAttemptAt: instant().notNull().defaultNow(),
    /** A process is at work on it until then. */
    heldUntil: instant(),
    /** What the mail server last said. */
    failure: text(),
    givenUpAt: instant(),
    /** The server of the recipient refused just them, for good. What was given up otherwise may be written again. */
    isRefused: boolean().notNull().default(false),
    /** A resident's: for nobody here to read, and emptied as soon as it is sent or given up. */
    isPrivate: boolean().notNull().default(false),
    /** Nobody asked for it now: it is never sent at night. */
    byDay: boolean().notNull().default(false),
  },
  (mail) => [
    check('people_mails_once', sql`${mail.sentAt} is null or ${mail.givenUpAt} is null`),
    check('people_mails_reason', sql`${mail.givenUpAt} is null or ${mail.failure} is not null`),
    check('people_mails_refused', sql`not ${mail.isRefused} or ${mail.givenUpAt} is not null`),
    index('people_mails_waiting').on(mail.nextAttemptAt).where(sql`${mail.sentAt} is null and ${mail.givenUpAt} is null`),
  ],
)
