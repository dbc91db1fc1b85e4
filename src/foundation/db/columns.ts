import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { date, type PgColumn, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../kernel/day.ts'

/** A random identity. Never in order of time, so that neighbours can't be told from it. */
export const identity = () => uuid().primaryKey().defaultRandom()

/** The instant something happened, in UTC, read and written as ISO text. */
export const instant = () => timestamp({ withTimezone: true, mode: 'string' })

/** A calendar day. */
export const calendarDay = () => date({ mode: 'string' }).$type<Day>()

/** One of a fixed set of words. Pair it with `oneOf` in the table's checks, so that the database refuses the rest. */
export const choice = <const Words extends readonly [string, ...string[]]>(words: Words) => text({ enum: words })

/** The condition that a column holds one of its words. */
export function oneOf(column: PgColumn, words: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`
}

/** The condition that an identity is one of some, in one parameter however many they are. */
export function isAnyOf(column: SQLWrapper, ids: readonly string[]): SQL {
  return sql`${column} = any(${sql.param([...ids])}::uuid[])`
}
