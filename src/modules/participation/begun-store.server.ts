import { eq, inArray, isNotNull, lt } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { Day } from '#kernel/day'
import { begunAnswers, erasures, responses, reviews, statements } from './tables.ts'

export async function putBegunAnswer(row: typeof begunAnswers.$inferInsert) {
  const { sealed, expiresOn } = row
  await db().insert(begunAnswers).values(row).onConflictDoUpdate({ target: begunAnswers.codeHash, set: { sealed, expiresOn } })
}
export async function findBegunAnswer(codeHash: string) {
  return (await db().select().from(begunAnswers).where(eq(begunAnswers.codeHash, codeHash)))[0]
}
export async function deleteBegunAnswer(codeHash: string) {
  await db().delete(begunAnswers).where(eq(begunAnswers.codeHash, codeHash))
}
export async function deleteBegunAnswersBefore(day: Day) {
  return (await db().delete(begunAnswers).where(lt(begunAnswers.expiresOn, day)).returning({ codeHash: begunAnswers.codeHash })).length
}
export async function putErasure(row: typeof erasures.$inferInsert) {
  await db().insert(erasures).values(row)
}
/** Takes away an answer with its statements and what was said of them. The database refuses while something else rests on them, or without its erasure. */
export async function deleteResponse(id: string) {
  const own = db().select({ id: statements.id }).from(statements).where(eq(statements.responseId, id))
  await db().delete(reviews).where(inArray(reviews.statementId, own))
  await db().delete(statements).where(eq(statements.responseId, id))
  await db().delete(responses).where(eq(responses.id, id))
}
export async function listErasedSeals() {
  return db().select({ sealSequence: erasures.sealSequence, sealLeaf: erasures.sealLeaf }).from(erasures).where(isNotNull(erasures.sealSequence))
}
