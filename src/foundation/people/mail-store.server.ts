import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQLWrapper, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { mails } from './tables.ts'

export async function putMails(rows: readonly (typeof mails.$inferInsert)[]) {
  if (rows.length > 0)
    await db()
      .insert(mails)
      .values([...rows])
      .onConflictDoNothing({ target: mails.notice })
}
const waits = and(isNull(mails.sentAt), isNull(mails.givenUpAt))
/** The one clock that all processes share. */
export async function databaseTime() {
  const { rows } = await db().execute<{ now: string }>(sql`select to_json(now())#>>'{}' as now`)
  return new Date(rows[0]?.now ?? 0)
}
/** Takes mails that are due and that nobody else holds, at night only those that may go then. What was queued or held by a clock that has been set back waits for nothing. */
export async function holdMails({ now, until, impossible, isNight }: { now: string; until: string; impossible: string; isNight: boolean }, most: number) {
  const isDue = or(lte(mails.nextAttemptAt, now), and(gt(mails.queuedAt, now), eq(mails.attempts, 0)))
  const isFree = or(isNull(mails.heldUntil), lte(mails.heldUntil, now), gt(mails.heldUntil, impossible))
  const due = db()
    .select({ id: mails.id })
    .from(mails)
    .where(and(waits, isDue, isFree, isNight ? eq(mails.byDay, false) : undefined))
    .orderBy(asc(mails.queuedAt))
    .limit(most)
    .for('update', { skipLocked: true })
  return db()
    .update(mails)
    .set({ heldUntil: until, attempts: sql`${mails.attempts} + 1` })
    .where(inArray(mails.id, due))
    .returning()
}
const unlessPrivate = (kept: SQLWrapper | string) => sql`case when ${mails.isPrivate} then '' else ${kept} end`
const emptyIfPrivate = { recipient: unlessPrivate(mails.recipient), subject: unlessPrivate(mails.subject) }
/** A mail that is sent is in somebody's mailbox, and its words are no longer here. */
export async function markMailSent(id: string, at: string) {
  await db()
    .update(mails)
    .set({ sentAt: at, heldUntil: null, failure: null, body: '', ...emptyIfPrivate })
    .where(eq(mails.id, id))
}
export async function putOffMail(id: string, until: string, failure: string) {
  await db().update(mails).set({ nextAttemptAt: until, heldUntil: null, failure }).where(eq(mails.id, id))
}
export async function giveUpMail(id: string, at: string, failure: string, isRefused = false) {
  await db()
    .update(mails)
    .set({ givenUpAt: at, isRefused, heldUntil: null, failure: unlessPrivate(failure), body: unlessPrivate(mails.body), ...emptyIfPrivate })
    .where(eq(mails.id, id))
}
/** Takes letters that have not gone out of the queue, or those that were given up though nobody refused the recipient. Answers with which. */
export async function deleteMails(notices: readonly string[], which: 'waiting' | 'lost') {
  const isLost = and(isNotNull(mails.givenUpAt), eq(mails.isRefused, false))
  const rows = await db()
    .delete(mails)
    .where(and(which === 'waiting' ? waits : isLost, isAnyOf(notices)))
    .returning({ notice: mails.notice })
  return rows.flatMap(({ notice }) => notice ?? [])
}
export async function listLetters(notices: readonly string[]) {
  const { notice, sentAt, givenUpAt, isRefused, failure } = mails
  return db().select({ notice, sentAt, givenUpAt, isRefused, failure }).from(mails).where(isAnyOf(notices))
}
// One parameter however many notices.
const isAnyOf = (notices: readonly string[]) => sql`${mails.notice} = any(${sql.param([...notices])}::text[])`
/** Empties mails that were sent or given up before then. The row stays with its notice, so that no notice is sent anew. */
export async function emptyMails(before: string) {
  const isOver = and(or(lte(mails.sentAt, before), lte(mails.givenUpAt, before)), sql`${mails.recipient} <> ''`)
  await db()
    .update(mails)
    .set({ recipient: '', subject: '', body: '', failure: sql`case when ${mails.failure} is null then null else '' end` })
    .where(isOver)
}
export async function requeueMail(id: string, at: string) {
  const rows = await db()
    .update(mails)
    .set({ givenUpAt: null, isRefused: false, usefulUntil: null, nextAttemptAt: at, attempts: 0 })
    .where(and(eq(mails.id, id), sql`${mails.givenUpAt} is not null`, sql`${mails.recipient} <> ''`))
    .returning({ id: mails.id })
  return rows.length > 0
}
export async function listUndelivered(limit: number) {
  return (
    db()
      .select({
        id: mails.id,
        recipient: mails.recipient,
        subject: mails.subject,
        attempts: mails.attempts,
        failure: mails.failure,
        nextAttemptAt: mails.nextAttemptAt,
        givenUpAt: mails.givenUpAt,
      })
      .from(mails)
      // A resident's address is for nobody here to read.
      .where(and(isNull(mails.sentAt), sql`${mails.failure} is not null`, sql`${mails.recipient} <> ''`, eq(mails.isPrivate, false)))
      .orderBy(sql`${mails.givenUpAt} is not null`, asc(mails.nextAttemptAt))
      .limit(limit)
  )
}
export async function countWaiting() {
  return db().$count(mails, waits)
}
export async function listMails(limit: number) {
  return db().select().from(mails).orderBy(sql`${mails.queuedAt} desc`).limit(limit)
}
