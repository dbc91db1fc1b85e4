import { and, asc, count, eq, gte, sql } from 'drizzle-orm'
import { db, transaction } from '#db/database.server'
import type { Day } from '#kernel/day'
import { codeBatches, codeRevocations, codes } from './tables.ts'

/** Stores a batch with its codes, unless it was stored before. */
export async function putCodeBatch(row: typeof codeBatches.$inferInsert, hashes: readonly string[]) {
  const [made] = await db().insert(codeBatches).values(row).onConflictDoNothing().returning({ id: codeBatches.id })
  if (!made) return false
  // In the order of the hashes, so that the order on the list that is handed out is nowhere.
  const rows = hashes.toSorted().map((codeHash) => ({ codeHash, batchId: made.id }))
  await db().insert(codes).values(rows)
  return true
}
export async function hasCodeBatch(dialogueId: string) {
  return (await db().$count(codeBatches, eq(codeBatches.dialogueId, dialogueId))) > 0
}
export async function findCode(codeHash: string, dialogueId?: string) {
  const [row] = await db()
    .select({ dialogueId: codeBatches.dialogueId, expiresOn: codeBatches.expiresOn, isUsed: codes.isUsed, revokedFor: codeRevocations.reason })
    .from(codes)
    .innerJoin(codeBatches, eq(codeBatches.id, codes.batchId))
    .leftJoin(codeRevocations, eq(codeRevocations.codeHash, codes.codeHash))
    .where(and(eq(codes.codeHash, codeHash), dialogueId === undefined ? undefined : eq(codeBatches.dialogueId, dialogueId)))
  return row
}
/** Uses a code if it can be used, and answers whether it was: of those who try at once, one. */
export async function spendCode(codeHash: string, dialogueId: string, day: Day) {
  const good = db()
    .select({ id: codeBatches.id })
    .from(codeBatches)
    .where(and(eq(codeBatches.id, codes.batchId), eq(codeBatches.dialogueId, dialogueId), gte(codeBatches.expiresOn, day)))
  const revoked = db().select({ codeHash: codeRevocations.codeHash }).from(codeRevocations).where(eq(codeRevocations.codeHash, codes.codeHash))
  const spent = await db()
    .update(codes)
    .set({ isUsed: true })
    .where(and(eq(codes.codeHash, codeHash), eq(codes.isUsed, false), sql`exists ${good}`, sql`not exists ${revoked}`))
    .returning({ codeHash: codes.codeHash })
  return spent.length > 0
}
export async function putCodeRevocation(row: typeof codeRevocations.$inferInsert) {
  return (await db().insert(codeRevocations).values(row).onConflictDoNothing().returning({ codeHash: codeRevocations.codeHash })).length > 0
}
export async function listCodeBatches(dialogueId: string) {
  return db()
    .select({
      id: codeBatches.id,
      unit: codeBatches.unit,
      made: codeBatches.made,
      expiresOn: codeBatches.expiresOn,
      used: sql<number>`count(*) filter (where ${codes.isUsed})`.mapWith(Number),
      revoked: count(codeRevocations.codeHash),
    })
    .from(codeBatches)
    .innerJoin(codes, eq(codes.batchId, codeBatches.id))
    .leftJoin(codeRevocations, eq(codeRevocations.codeHash, codes.codeHash))
    .where(eq(codeBatches.dialogueId, dialogueId))
    .groupBy(codeBatches.id)
    .orderBy(asc(codeBatches.unit), asc(codeBatches.madeAt))
}
/** Whether codes were written by different transactions. */
export async function areCodesMarked() {
  const { rows } = await db().execute<{ marked: boolean }>(sql`select count(distinct xmin::text) > 1 as marked from ${codes}`)
  return rows[0]?.marked ?? false
}
/** Writes every code by one transaction, and then the whole table anew in the order of the hashes, so that no older row is left in it. */
export async function rewriteCodes() {
  await transaction(async () => {
    await db().execute(sql`select set_config('samsyn.mixing_codes', 'on', true)`)
    await db()
      .update(codes)
      .set({ isUsed: sql`${codes.isUsed}` })
  })
  await db().execute(sql`cluster ${codes} using participation_codes_pkey`)
}
