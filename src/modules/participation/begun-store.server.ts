import { eq, lt } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { Day } from '#kernel/day'
import { begunAnswers } from './tables.ts'

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
