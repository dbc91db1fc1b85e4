import { eq, isNotNull, lt } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { Day } from '#kernel/day'
import { begunAnswers, erasures, responses } from './tables.ts'

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
/** An answer as it is now, and by nobody else's hand until the transaction ends. */
export async function lockResponse(id: string) {
  return (await db().select().from(responses).where(eq(responses.id, id)).for('update'))[0]
}
export async function listErasedSeals() {
  return db().select({ sealSequence: erasures.sealSequence, sealLeaf: erasures.sealLeaf }).from(erasures).where(isNotNull(erasures.sealSequence))
}
