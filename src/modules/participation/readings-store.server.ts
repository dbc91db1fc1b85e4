import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { Day } from '#kernel/day'
import { persons } from '#people/tables'
import { dialogues, readings } from './tables.ts'

/** Adds to the day's row of each dialogue, or begins it; one statement however many there are. */
export async function addReadings(rows: readonly Omit<typeof readings.$inferInsert, 'id' | 'times'>[]) {
  if (rows.length === 0) return
  await db()
    .insert(readings)
    .values(rows.map((row) => ({ ...row, times: 1 })))
    .onConflictDoUpdate({
      target: [readings.personId, readings.readOn, readings.dialogueId, readings.page, readings.purpose],
      set: {
        times: sql`${readings.times} + 1`,
        statements: sql`${readings.statements} + excluded.statements`,
        lastAt: sql`greatest(${readings.lastAt}, excluded.last_at)`,
      },
    })
}

export type ReadingFilter = { readonly person?: string; readonly dialogue?: string }
const within = ({ person, dialogue }: ReadingFilter) =>
  and(person === undefined ? undefined : eq(readings.personId, person), dialogue === undefined ? undefined : eq(dialogues.slug, dialogue))

export async function listReadingRows(filter: ReadingFilter, limit: number, offset: number) {
  return db()
    .select({
      id: readings.id,
      person: persons.name,
      dialogue: dialogues.title,
      slug: dialogues.slug,
      readOn: readings.readOn,
      page: readings.page,
      purpose: readings.purpose,
      times: readings.times,
      statements: readings.statements,
      lastAt: readings.lastAt,
    })
    .from(readings)
    .innerJoin(persons, eq(persons.id, readings.personId))
    .innerJoin(dialogues, eq(dialogues.id, readings.dialogueId))
    .where(within(filter))
    .orderBy(desc(readings.readOn), desc(readings.lastAt), asc(readings.id))
    .limit(limit)
    .offset(offset)
}
export async function countReadings(filter: ReadingFilter) {
  const [row] = await db().select({ rows: count() }).from(readings).innerJoin(dialogues, eq(dialogues.id, readings.dialogueId)).where(within(filter))
  return row?.rows ?? 0
}
export async function listReaders() {
  return db().selectDistinct({ id: persons.id, name: persons.name }).from(readings).innerJoin(persons, eq(persons.id, readings.personId)).orderBy(asc(persons.name))
}
export async function listReadDialogues() {
  return db()
    .selectDistinct({ slug: dialogues.slug, title: dialogues.title })
    .from(readings)
    .innerJoin(dialogues, eq(dialogues.id, readings.dialogueId))
    .orderBy(asc(dialogues.title))
}
export async function countCodingReadings(processId: string, on: Day) {
  return db()
    .select({
      name: persons.name,
      texts: sql<number>`sum(${readings.statements})::int`,
      today: sql<number>`coalesce(sum(${readings.statements}) filter (where ${readings.readOn} = ${on}), 0)::int`,
    })
    .from(readings)
    .innerJoin(persons, eq(persons.id, readings.personId))
    .innerJoin(dialogues, eq(dialogues.id, readings.dialogueId))
    .where(and(eq(dialogues.processId, processId), eq(readings.purpose, 'coding')))
    .groupBy(persons.id, persons.name)
    .orderBy(asc(persons.name))
}
