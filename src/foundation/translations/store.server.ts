import { and, desc, eq, inArray } from 'drizzle-orm'
import { db } from '../db/database.server.ts'
import { persons } from '../people/tables.ts'
import { texts } from './tables.ts'

export async function putText(row: typeof texts.$inferInsert) {
  const [put] = await db().insert(texts).values(row).returning({ id: texts.id })
  return put?.id ?? ''
}
/** The latest text of each original. */
export async function findTexts(language: string, originals: readonly string[]) {
  if (originals.length === 0) return []
  return db()
    .selectDistinctOn([texts.original], { original: texts.original, text: texts.text, madeBy: texts.madeBy })
    .from(texts)
    .where(and(eq(texts.language, language), inArray(texts.original, [...originals])))
    .orderBy(texts.original, desc(texts.writtenAt))
}
/** Everything that has been written in a language, the latest first. */
export async function listTexts(language: string) {
  return db()
    .select({ original: texts.original, text: texts.text, place: texts.place, madeBy: texts.madeBy, writtenAt: texts.writtenAt, by: persons.name })
    .from(texts)
    .innerJoin(persons, eq(persons.id, texts.writtenBy))
    .where(eq(texts.language, language))
    .orderBy(desc(texts.writtenAt))
}
