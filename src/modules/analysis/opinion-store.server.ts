import { and, asc, desc, eq, lte, max } from 'drizzle-orm'
import { db } from '#db/database.server'
import { opinionMaps } from './tables.ts'

export async function nextOpinionMapNumber(dialogueId: string) {
  const [row] = await db()
    .select({ last: max(opinionMaps.number) })
    .from(opinionMaps)
    .where(eq(opinionMaps.dialogueId, dialogueId))
  return (row?.last ?? 0) + 1
}
export async function putOpinionMap(row: typeof opinionMaps.$inferInsert) {
  return (await db().insert(opinionMaps).values(row).onConflictDoNothing().returning({ id: opinionMaps.id }))[0]?.id
}
/** Every map of a dialogue, the earliest first. */
export async function listOpinionMaps(dialogueId: string) {
  return db().select().from(opinionMaps).where(eq(opinionMaps.dialogueId, dialogueId)).orderBy(asc(opinionMaps.number))
}
export async function lastOpinionMap(dialogueId: string, until: string) {
  const [row] = await db()
    .select()
    .from(opinionMaps)
    .where(and(eq(opinionMaps.dialogueId, dialogueId), lte(opinionMaps.frozenAt, until)))
    .orderBy(desc(opinionMaps.number))
    .limit(1)
  return row
}
