import { and, asc, desc, eq, gte, isNull, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { Day } from '#kernel/day'
import { putQuestions } from './dialogue-store.server.ts'
import { correctedWords, corrections, dialogues, extensions, openings, previews, questions } from './tables.ts'

export async function updateDialogue(id: string, values: Partial<typeof dialogues.$inferInsert>) {
  await db().update(dialogues).set(values).where(eq(dialogues.id, id))
}
/** Puts the questions of a draft anew in their order. Each keeps its identity. */
export async function replaceQuestions(dialogueId: string, rows: (typeof questions.$inferInsert)[]) {
  await db().delete(questions).where(eq(questions.dialogueId, dialogueId))
  await putQuestions(rows)
}
export async function putCorrection(row: typeof corrections.$inferInsert, words: Omit<typeof correctedWords.$inferInsert, 'correctionId'>) {
  const [made] = await db().insert(corrections).values(row).returning({ id: corrections.id })
  if (made)
    await db()
      .insert(correctedWords)
      .values({ ...words, correctionId: made.id })
}
export async function putExtension(row: typeof extensions.$inferInsert) {
  await db().insert(extensions).values(row)
}
export async function putPreview(row: typeof previews.$inferInsert) {
  await db().insert(previews).values(row)
}
export async function findPreview(tokenHash: string, on: Day) {
  const [row] = await db()
    .select()
    .from(previews)
    .where(and(eq(previews.tokenHash, tokenHash), gte(previews.expiresOn, on), isNull(previews.revokedAt)))
  return row
}
export async function listPreviews(dialogueId: string, on: Day) {
  return db()
    .select()
    .from(previews)
    .where(and(eq(previews.dialogueId, dialogueId), gte(previews.expiresOn, on), isNull(previews.revokedAt)))
    .orderBy(desc(previews.sharedAt))
}
export async function revokePreview(tokenHash: string, dialogueId: string, revoked: { revokedBy: string; revokedAt: string }) {
  const rows = await db()
    .update(previews)
    .set(revoked)
    .where(and(eq(previews.tokenHash, tokenHash), eq(previews.dialogueId, dialogueId), isNull(previews.revokedAt)))
    .returning({ tokenHash: previews.tokenHash })
  return rows.length > 0
}
/** The questions that have pictures, with the addresses of those; a correction after the opening changes words, never pictures. */
export async function listPictureUses() {
  return db()
    .select({
      ...{ dialogueId: dialogues.id, slug: dialogues.slug, title: dialogues.title, key: questions.key, wording: questions.wording },
      isOpened: sql<boolean>`${openings.id} is not null`,
      pictures: sql<string[]>`jsonb_path_query_array(${questions.form}, '$.choices[*].picture')`,
    })
    .from(questions)
    .innerJoin(dialogues, eq(dialogues.id, questions.dialogueId))
    .leftJoin(openings, eq(openings.dialogueId, dialogues.id))
    .where(sql`jsonb_path_exists(${questions.form}, '$.choices[*].picture')`)
    .orderBy(asc(dialogues.id), asc(questions.position))
}
