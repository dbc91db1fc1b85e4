import { and, asc, desc, eq, inArray, isNull, max, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { listThemesNow } from './codebook-store.server.ts'
import { codesNow } from './rules/codes-now.ts'
import { roundCoders, roundCodes, roundReadings, roundStatements, rounds } from './tables.ts'

export async function putRound(round: typeof rounds.$inferInsert) {
  const [row] = await db().insert(rounds).values(round).returning({ id: rounds.id })
  return row?.id ?? ''
}
export async function nextRoundNumber(processId: string) {
  const [row] = await db()
    .select({ last: max(rounds.number) })
    .from(rounds)
    .where(eq(rounds.processId, processId))
  return (row?.last ?? 0) + 1
}
export async function putRoundParts(roundId: string, coderIds: readonly string[], statementIds: readonly string[]) {
  await db()
    .insert(roundCoders)
    .values(coderIds.map((personId) => ({ roundId, personId })))
  await db()
    .insert(roundStatements)
    .values(statementIds.map((statementId, position) => ({ roundId, statementId, position })))
}
export async function listRounds(processId: string) {
  return db().select().from(rounds).where(eq(rounds.processId, processId)).orderBy(desc(rounds.number))
}
/** A round, held still until the transaction ends, so that nothing is read in it while it is ended. */
export async function lockRound(id: string) {
  const [row] = await db().select().from(rounds).where(eq(rounds.id, id)).for('update')
  return row
}
export async function listRoundCoders(roundId: string) {
  return (await db().select({ id: roundCoders.personId }).from(roundCoders).where(eq(roundCoders.roundId, roundId)).orderBy(asc(roundCoders.personId))).map(({ id }) => id)
}
export async function listRoundStatements(roundId: string) {
  return db().select().from(roundStatements).where(eq(roundStatements.roundId, roundId)).orderBy(asc(roundStatements.position))
}
/** Statements of rounds that go on. */
export async function listDrawnStatements(processId: string) {
  const rows = await db()
    .select({ id: roundStatements.statementId })
    .from(roundStatements)
    .innerJoin(rounds, eq(rounds.id, roundStatements.roundId))
    .where(and(eq(rounds.processId, processId), isNull(rounds.endedAt)))
  return new Set(rows.map(({ id }) => id))
}
/** Whether a statement lies in a round that goes on, in which a person is one of the two and hasn't read it yet. */
export async function isLeftToRead(statementId: string, personId: string) {
  const own = sql`select 1 from ${roundCoders} where ${roundCoders.roundId} = ${rounds.id} and ${roundCoders.personId} = ${personId}`
  const read = sql`select 1 from ${roundReadings} where ${roundReadings.roundId} = ${rounds.id} and ${roundReadings.coderId} = ${personId} and ${roundReadings.statementId} = ${statementId}`
  const rows = await db()
    .select({ id: rounds.id })
    .from(roundStatements)
    .innerJoin(rounds, eq(rounds.id, roundStatements.roundId))
    .where(and(eq(roundStatements.statementId, statementId), isNull(rounds.endedAt), sql`exists (${own}) and not exists (${read})`))
  return rows.length > 0
}
/** What was read in some rounds, said with the themes of today: one that was merged counts as the one that took it over. */
export async function listReadings(roundIds: readonly string[], { onlyUnsettled = false } = {}) {
  if (roundIds.length === 0) return []
  const rows = await db()
    .select({
      id: roundReadings.id,
      roundId: roundReadings.roundId,
      statementId: roundReadings.statementId,
      coderId: roundReadings.coderId,
      isNoise: roundReadings.isNoise,
      noiseReason: roundReadings.noiseReason,
      themeId: roundCodes.themeId,
      stance: roundCodes.stance,
    })
    .from(roundReadings)
    .innerJoin(roundStatements, and(eq(roundStatements.roundId, roundReadings.roundId), eq(roundStatements.statementId, roundReadings.statementId)))
    .leftJoin(roundCodes, eq(roundCodes.readingId, roundReadings.id))
    .where(and(inArray(roundReadings.roundId, [...roundIds]), onlyUnsettled ? isNull(roundStatements.settledAt) : undefined))
    .orderBy(asc(roundReadings.id), asc(roundCodes.themeId))
  const now = await listThemesNow([...new Set(rows.flatMap(({ themeId }) => themeId ?? []))])
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((codes) => {
    const [first] = codes
    if (!first) return []
    const { roundId, statementId, coderId, isNoise, noiseReason } = first
    const said = codes.flatMap(({ themeId, stance }) => (themeId === null ? [] : [{ themeId, stance }]))
    return [{ roundId, statementId, coderId, isNoise, noiseReason, codes: codesNow(said, now) }]
  })
}
export function listRoundReadings(roundId: string) {
  return listReadings([roundId])
}
/** Writes a coder's reading; an earlier one of the same coder is replaced. */
export async function putRoundReading(reading: typeof roundReadings.$inferInsert, codes: readonly Omit<typeof roundCodes.$inferInsert, 'readingId'>[]) {
  const { roundId, statementId, coderId } = reading
  await db()
    .delete(roundReadings)
    .where(and(eq(roundReadings.roundId, roundId), eq(roundReadings.statementId, statementId), eq(roundReadings.coderId, coderId)))
  const [row] = await db().insert(roundReadings).values(reading).returning({ id: roundReadings.id })
  if (codes.length > 0)
    await db()
      .insert(roundCodes)
      .values(codes.map((code) => ({ ...code, readingId: row?.id ?? '' })))
}
export async function settleStatements(roundId: string, statementIds: readonly string[], by: string, at: string) {
  if (statementIds.length === 0) return []
  return db()
    .update(roundStatements)
    .set({ settledBy: by, settledAt: at })
    .where(and(eq(roundStatements.roundId, roundId), inArray(roundStatements.statementId, [...statementIds]), isNull(roundStatements.settledAt)))
    .returning({ statementId: roundStatements.statementId })
}
export async function endRound(id: string, documentId: string, by: string, at: string) {
  await db().update(rounds).set({ documentId, endedBy: by, endedAt: at }).where(eq(rounds.id, id))
}
/** Rounds that go on in which a person is one of the two and has statements left to read. */
export async function listBlindRounds(processId: string, personId: string) {
  const own = sql`${roundCoders.roundId} = ${rounds.id} and ${roundCoders.personId} = ${personId}`
  const read = sql`${roundReadings.roundId} = ${rounds.id} and ${roundReadings.coderId} = ${personId}`
  const rows = await db()
    .select({ id: rounds.id })
    .from(rounds)
    .where(
      and(
        eq(rounds.processId, processId),
        isNull(rounds.endedAt),
        sql`exists (select 1 from ${roundCoders} where ${own})`,
        sql`(select count(*) from ${roundReadings} where ${read}) < (select count(*) from ${roundStatements} where ${roundStatements.roundId} = ${rounds.id})`,
      ),
    )
  return new Set(rows.map(({ id }) => id))
}
