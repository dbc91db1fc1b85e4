import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { Day } from '#kernel/day'
import { codeBatches, codeHolders, codeRevocations, codes } from './tables.ts'

const isWrittenTo = isNotNull(codeHolders.sealed)

export async function listHeldAddresses(dialogueId: string) {
  const rows = await db()
    .select({ addressHash: codeHolders.addressHash })
    .from(codeHolders)
    .where(and(eq(codeHolders.dialogueId, dialogueId), isNotNull(codeHolders.addressHash)))
  return new Set(rows.map(({ addressHash }) => addressHash))
}
export async function putCodeHolders(rows: (typeof codeHolders.$inferInsert)[]) {
  const atOnce = 1000
  for (let at = 0; at < rows.length; at += atOnce)
    await db()
      .insert(codeHolders)
      .values(rows.slice(at, at + atOnce))
}
/** Dialogues with somebody who is written to. */
export async function listDialoguesOfHolders() {
  const rows = await db().selectDistinct({ id: codeHolders.dialogueId }).from(codeHolders).where(isNotNull(codeHolders.addressHash))
  return rows.map(({ id }) => id)
}
// A code that can be used on the day.
const isGood = (day: Day) => and(eq(codes.isUsed, false), isNull(codeRevocations.codeHash), gte(codeBatches.expiresOn, day))
const isDue = (day: Day) =>
  or(
    eq(codeHolders.letters, 0),
    // The last letter was lost.
    isNull(codeHolders.lastMailedOn),
    and(lte(codeHolders.letters, codeBatches.remindAtMost), sql`${codeHolders.lastMailedOn} + ${codeBatches.remindEvery} <= ${day}::date`),
  )
const held = () =>
  db()
    .select({ holder: codeHolders, expiresOn: codeBatches.expiresOn })
    .from(codeHolders)
    .innerJoin(codes, eq(codes.codeHash, codeHolders.codeHash))
    .innerJoin(codeBatches, eq(codeBatches.id, codeHolders.batchId))
    .leftJoin(codeRevocations, eq(codeRevocations.codeHash, codeHolders.codeHash))

/** Holds some of those whom a letter is due to, until the transaction ends: of two who look at once, each gets others. */
export async function holdDueHolders(dialogueId: string, day: Day, after: string, most: number) {
  return held()
    .where(and(eq(codeHolders.dialogueId, dialogueId), isWrittenTo, isGood(day), isDue(day), gt(codeHolders.id, after)))
    .orderBy(asc(codeHolders.id))
    .limit(most)
    .for('update', { of: codeHolders, skipLocked: true })
}
/** The holder of an address whose code is unused, held until the transaction ends. */
export async function holdHolder(addressHash: string, day: Day) {
  const [row] = await held()
    .where(and(eq(codeHolders.addressHash, addressHash), isWrittenTo, isGood(day)))
    .for('update', { of: codeHolders })
  return row
}
/** Counts letters that are written on a day: to whom, how many that makes, and what each is a notice of. One statement. */
export async function updateWrittenTo(day: Day, written: readonly { readonly id: string; readonly letters: number; readonly notice: string }[]) {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as written(id uuid, letters integer, notice text)`
  if (written.length > 0)
    await db().execute(
      sql`update ${codeHolders} set letters = written.letters, last_mailed_on = ${day}::date, last_notice = written.notice from ${rows} where ${codeHolders.id} = written.id`,
    )
}
/** The notices of the last letters in a dialogue that were written before a day, to those who are written to. */
export async function listLastNotices(dialogueId: string, before: Day) {
  const rows = await db()
    .select({ notice: codeHolders.lastNotice })
    .from(codeHolders)
    .where(and(eq(codeHolders.dialogueId, dialogueId), isWrittenTo, lt(codeHolders.lastMailedOn, before)))
  return rows.flatMap(({ notice }) => notice ?? [])
}
/** A letter that never went is none, and is to be written again. One that somebody asked for was not counted. */
export async function uncountLetters(dialogueId: string, notices: readonly string[]) {
  await db()
    .update(codeHolders)
    .set({ letters: sql`greatest(${codeHolders.letters} - case when ${codeHolders.lastNotice} like '% again %' then 0 else 1 end, 0)`, lastMailedOn: null, lastNotice: null })
    .where(and(eq(codeHolders.dialogueId, dialogueId), sql`${codeHolders.lastNotice} = any(${sql.param([...notices])}::text[])`))
}
const whose = { codeHash: codeHolders.codeHash, lastNotice: codeHolders.lastNotice }
type Which = { readonly addressHash: string } | { readonly codeHash: string } | { readonly dialogueIds: readonly string[] }
function those(which: Which) {
  if ('addressHash' in which) return eq(codeHolders.addressHash, which.addressHash)
  return 'codeHash' in which ? eq(codeHolders.codeHash, which.codeHash) : inArray(codeHolders.dialogueId, [...which.dialogueIds])
}
/** Takes the address and all that points at a person away: what is left is how many letters went. */
export async function emptyHolders(which: Which) {
  const rows = await db()
    .select(whose)
    .from(codeHolders)
    .where(and(those(which), isNotNull(codeHolders.addressHash)))
    .for('update')
  await db().update(codeHolders).set({ sealed: null, addressHash: null, codeHash: null }).where(those(which))
  return rows
}
/** Takes the address away of somebody who wants no more letters. Its hash stays until the dialogue is over, so that it is not written to anew. */
export async function silenceHolder(addressHash: string) {
  return db().update(codeHolders).set({ sealed: null }).where(eq(codeHolders.addressHash, addressHash)).returning(whose)
}
export async function listHoldersOf(dialogueId: string) {
  return db()
    .select({
      unit: codeBatches.unit,
      letters: codeHolders.letters,
      lastNotice: codeHolders.lastNotice,
      sealed: codeHolders.sealed,
      addressHash: codeHolders.addressHash,
      remindEvery: codeBatches.remindEvery,
      remindAtMost: codeBatches.remindAtMost,
    })
    .from(codeHolders)
    .innerJoin(codeBatches, eq(codeBatches.id, codeHolders.batchId))
    .where(eq(codeHolders.dialogueId, dialogueId))
    .orderBy(asc(codeBatches.unit))
}
