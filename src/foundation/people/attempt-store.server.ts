import { gte, lte, or, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { attempts } from './tables.ts'

/** A window that began longer ahead than it lasts was begun by a clock that has been set back. */
export async function addAttempt(key: string, { now, began, impossible }: { now: string; began: string; impossible: string }, by: number) {
  const isOver = sql`(${attempts.since} <= ${began} or ${attempts.since} > ${impossible})`
  const [row] = await db()
    .insert(attempts)
    .values({ key, since: now, count: by })
    .onConflictDoUpdate({
      target: attempts.key,
      set: {
        count: sql`case when ${isOver} then ${by}::integer else ${attempts.count} + ${by}::integer end`,
        since: sql`case when ${isOver} then ${now}::timestamptz else ${attempts.since} end`,
      },
    })
    .returning()
  if (!row) throw new Error('The database returned no row.')
  return row.count
}
export async function deleteAttempts(before: string, after: string) {
  await db()
    .delete(attempts)
    .where(or(lte(attempts.since, before), gte(attempts.since, after)))
}
