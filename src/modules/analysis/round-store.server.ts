import { and, asc, desc, eq, inArray, isNull, max, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
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
export async function listRoundReadings(roundId: string) {
  const rows = await db()
    .select({
      id: roundReadings.id,
      statementId: roundReadings.statementId,
      coderId: roundReadings.coderId,
      isNoise: roundReadings.isNoise,
      noiseReason: roundReadings.noiseReason,
      themeId: roundCodes.themeId,
      stance: roundCodes.stance,
    })
    .from(roundReadings)
    .leftJoin(roundCodes, eq(roundCodes.readingId, roundReadings.id))
    .where(eq(roundReadings.roundId, roundId))
    .orderBy(asc(roundReadings.id), asc(roundCodes.themeId))
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((codes) => {
    const [first] = codes
    if (!first) return []
    const { statementId, coderId, isNoise, noiseReason } = first
    return [{ statementId, coderId, isNoise, noiseReason, codes: codes.flatMap(({ themeId, stance }) => (themeId === null ? [] : [{ themeId, stance }])) }]
  })
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
/** Statements that two have read otherwise than each other and that nobody has settled, with what each read; one statement. */
export async function listUnsettled(processId: string) {
  const rows = await db()
    .select({
      roundId: roundReadings.roundId,
      statementId: roundReadings.statementId,
      coderId: roundReadings.coderId,
      said: sql<string>`coalesce(string_agg(${roundCodes.themeId}::text || ' ' || coalesce(${roundCodes.stance}, ''), ',' order by ${roundCodes.themeId}), 'brus')`,
    })
    .from(roundReadings)
    .innerJoin(rounds, eq(rounds.id, roundReadings.roundId))
    .innerJoin(roundStatements, and(eq(roundStatements.roundId, roundReadings.roundId), eq(roundStatements.statementId, roundReadings.statementId)))
    .leftJoin(roundCodes, eq(roundCodes.readingId, roundReadings.id))
    .where(and(eq(rounds.processId, processId), isNull(roundStatements.settledAt)))
    .groupBy(roundReadings.roundId, roundReadings.statementId, roundReadings.coderId)
  return [...Map.groupBy(rows, ({ roundId, statementId }) => `${roundId} ${statementId}`).values()].flatMap((both) =>
    both.length === 2 && both[0] && both[0].said !== both[1]?.said ? [both[0].statementId] : [],
  )
}
