import { date, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../kernel/day.ts'

/** A random identity. Never in order of time, so that neighbours can't be told from it. */
export const identity = () => uuid().primaryKey().defaultRandom()

/** The instant something happened, in UTC, read and written as ISO text. */
export const instant = () => timestamp({ withTimezone: true, mode: 'string' })

/** A calendar day. */
export const calendarDay = () => date({ mode: 'string' }).$type<Day>()

/** The person who did it; people are never deleted, their assignments end. */
export const words = () => text()
