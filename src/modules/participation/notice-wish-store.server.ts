import { and, eq, gte, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { Day } from '#kernel/day'
import { dialogues, noticeWishes } from './tables.ts'

const noLetter = { lastNotice: null, writtenOn: null, triedUntil: null }

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
    .set({ confirmedOn: on, expiresOn, ...noLetter })
    .where(and(eq(noticeWishes.addressHash, addressHash), isNull(noticeWishes.confirmedOn)))
}
type Gone = { readonly addressHash: string } | { readonly unconfirmed: string } | { readonly expiredBefore: Day } | { readonly notice: string }
function those(gone: Gone) {
  if ('addressHash' in gone) return eq(noticeWishes.addressHash, gone.addressHash)
  if ('unconfirmed' in gone) return and(eq(noticeWishes.addressHash, gone.unconfirmed), isNull(noticeWishes.confirmedOn))
  return 'notice' in gone ? eq(noticeWishes.lastNotice, gone.notice) : lt(noticeWishes.expiresOn, gone.expiredBefore)
}
/** Takes wishes away, with their addresses. Answers with the letters that were on their way to them. */
export async function deleteNoticeWishes(gone: Gone) {
  return db().delete(noticeWishes).where(those(gone)).returning({ lastNotice: noticeWishes.lastNotice })
}
/** The wishes that a letter is on its way to, or those of one dialogue. */
export async function listWrittenTo(dialogueId?: string) {
  const rows = await db()
    .select({ wish: noticeWishes, title: dialogues.title, titleEnglish: dialogues.titleEnglish })
    .from(noticeWishes)
    .innerJoin(dialogues, eq(dialogues.id, noticeWishes.dialogueId))
    .where(and(isNotNull(noticeWishes.lastNotice), dialogueId ? eq(noticeWishes.dialogueId, dialogueId) : undefined))
  return rows.flatMap(({ wish: { lastNotice, writtenOn, triedUntil, ...wish }, ...dialogue }) =>
    lastNotice && writtenOn && triedUntil ? [{ ...wish, lastNotice, writtenOn, triedUntil, dialogue }] : [],
  )
}
/** Writes down the letter that is on its way, and the last day that it is tried. */
export async function putNoticeLetter(id: string, letter: { readonly lastNotice: string; readonly writtenOn: Day; readonly triedUntil: Day }) {
  await db().update(noticeWishes).set(letter).where(eq(noticeWishes.id, id))
}
export async function prolongNoticeWish(id: string, expiresOn: Day) {
  await db().update(noticeWishes).set({ expiresOn }).where(eq(noticeWishes.id, id))
}
/** Takes out of a wish what a letter that has gone has told, and the whole of it, with the address, when nothing is left. */
export async function endNoticeLetter(notice: string, told: readonly ('read' | 'decided')[]) {
  const [isRead, isDecided] = [told.includes('read'), told.includes('decided')]
  const { whenRead, whenDecided, lastNotice } = noticeWishes
  await db()
    .delete(noticeWishes)
    .where(and(eq(lastNotice, notice), isRead ? undefined : eq(whenRead, false), isDecided ? undefined : eq(whenDecided, false)))
  await db()
    .update(noticeWishes)
    .set({ ...noLetter, ...(isRead && { whenRead: false }), ...(isDecided && { whenDecided: false }) })
    .where(eq(lastNotice, notice))
}
export async function listConfirmedNoticeWishes(on: Day) {
  return db()
    .select({ wish: noticeWishes, title: dialogues.title, titleEnglish: dialogues.titleEnglish, slug: dialogues.slug, stepId: dialogues.stepId, processId: dialogues.processId })
    .from(noticeWishes)
    .innerJoin(dialogues, eq(dialogues.id, noticeWishes.dialogueId))
    .where(and(isNotNull(noticeWishes.confirmedOn), gte(noticeWishes.expiresOn, on)))
}
/** A wish that is confirmed, held until the transaction ends. */
export async function holdNoticeWish(id: string) {
  const [row] = await db()
    .select()
    .from(noticeWishes)
    .where(and(eq(noticeWishes.id, id), isNotNull(noticeWishes.confirmedOn)))
    .for('update')
  return row
}
