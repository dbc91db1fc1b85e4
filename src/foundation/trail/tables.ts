import { sql } from 'drizzle-orm'
import { bigint, check, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, instant } from '../db/columns.ts'

/** What was done. Appended in the transaction of the act; never changed (trigger). Ids and hashes only, never what a resident wrote. */
export const events = pgTable('trail_events', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: instant().notNull(),
  person: uuid(),
  role: text().notNull(),
  act: text().notNull(),
  subjectKind: text().notNull(),
  subjectId: text().notNull(),
  why: text(),
})

/** The chain, made afterwards so that no writer waits for another: position 1, 2, 3 …, each holding the hash of the one before. */
export const seals = pgTable('trail_seals', {
  position: bigint({ mode: 'number' }).primaryKey(),
  eventId: bigint({ mode: 'number' })
    .notNull()
    .unique()
    .references(() => events.id),
  previousHash: text().notNull(),
  hash: text().notNull(),
})

/** Batches of rows that are their own record (answers, votes): time to the day, leaves in an order that tells nothing. */
export const batches = pgTable(
  'trail_batches',
  {
    kind: text().notNull(),
    sequence: integer().notNull(),
    onDay: calendarDay().notNull(),
    leaves: text().array().notNull(),
    previousRoot: text().notNull(),
    root: text().notNull(),
  },
  (batch) => [unique().on(batch.kind, batch.sequence)],
)

/** How far the chain has come, under a key that the database doesn't know: a tail that is cut off is missed. */
export const heads = pgTable(
  'trail_heads',
  {
    id: text().primaryKey().default('one'),
    position: bigint({ mode: 'number' }).notNull(),
    hash: text().notNull(),
    mac: text().notNull(),
  },
  (head) => [check('trail_heads_one', sql`${head.id} = 'one'`)],
)
