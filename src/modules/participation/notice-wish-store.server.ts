import { and, eq, gte, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { Day } from '#kernel/day'
import { dialogues, noticeWishes } from './tables.ts'

/** Keeps a wish. One of the same address is the same: what is asked for is added to it. */
export async function putNoticeWish(row: typeof noticeWishes.$inferInsert) {
  const { whenRead, whenDecided, confirmedOn, expiresOn } = noticeWishes
  await db()
    .insert(noticeWishes)
    .values(row)
    .onConflictDoUpdate({
      target: noticeWishes.addressHash,
      set: {
        whenRead: sql`${whenRead} or excluded.when_read`,
        whenDecided: sql`${whenDecided} or excluded.when_decided`,
        // The new letter asks for an answer within as many days as the first.
        expiresOn: sql`case when ${confirmedOn} is null then excluded.expires_on else ${expiresOn} end`,
      },
    })
}
export async function findNoticeWish(addressHash: string, on: Day) {
  const [row] = await db()
    .select()
    .from(noticeWishes)
    .where(and(eq(noticeWishes.addressHash, addressHash), gte(noticeWishes.expiresOn, on)))
  return row
}
export async function confirmNoticeWish(addressHash: string, on: Day, expiresOn: Day) {
  await db()
    .update(noticeWishes)
    .set({ confirmedOn: on, expiresOn })
    .where(and(eq(noticeWishes.addressHash, addressHash), isNull(noticeWishes.confirmedOn)))
}
export async function deleteNoticeWish(addressHash: string, which: 'any' | 'unconfirmed') {
  await db()
    .delete(noticeWishes)
    .where(and(eq(noticeWishes.addressHash, addressHash), which === 'unconfirmed' ? isNull(noticeWishes.confirmedOn) : undefined))
}
export async function deleteNoticeWishesBefore(day: Day) {
  return (await db().delete(noticeWishes).where(lt(noticeWishes.expiresOn, day)).returning({ id: noticeWishes.id })).length
}
export async function listConfirmedNoticeWishes(on: Day) {
  return db()
    .select({ wish: noticeWishes, title: dialogues.title, titleEnglish: dialogues.titleEnglish, slug: dialogues.slug, stepId: dialogues.stepId, processId: dialogues.processId })
    .from(noticeWishes)
    .innerJoin(dialogues, eq(dialogues.id, noticeWishes.dialogueId))
    .where(and(isNotNull(noticeWishes.confirmedOn), gte(noticeWishes.expiresOn, on)))
}
/**
 * Takes out of a wish what is told now, and the whole of it when nothing is left (`last`). Nothing when it was not there to be taken: of two who try at
 * once, one gets it.
 */
export async function takeFromNoticeWish(id: string, what: 'read' | 'decided'): Promise<'some' | 'last' | undefined> {
  const [taken, left] = what === 'read' ? [noticeWishes.whenRead, noticeWishes.whenDecided] : [noticeWishes.whenDecided, noticeWishes.whenRead]
  const pending = and(eq(noticeWishes.id, id), taken)
  const [locked] = await db().select({ left }).from(noticeWishes).where(pending).for('update')
  if (!locked) return undefined
  if (locked.left)
    await db()
      .update(noticeWishes)
      .set(what === 'read' ? { whenRead: false } : { whenDecided: false })
      .where(pending)
  else await db().delete(noticeWishes).where(pending)
  return locked.left ? 'some' : 'last'
}
