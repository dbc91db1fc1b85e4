import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { codings, roundCodes, roundReadings, setAsides, snapshots, themeChanges } from './tables.ts'

// A coding that a change of the codebook made has the coder's day, and holds from the change.
const heldFrom = sql`coalesce((select change.changed_at from ${themeChanges} change where change.id = ${codings.madeBy}), ${codings.codedAt})`
const heldAt = (at: string) => and(sql`${heldFrom} <= ${at}`, or(isNull(codings.withdrawnAt), gt(codings.withdrawnAt, at)))

/** The codings that held at an instant, one row a statement and theme even when two coders agree. */
export async function listCodingsHeldAt(themeIds: readonly string[], at: string) {
  if (themeIds.length === 0) return []
  return db()
    .selectDistinct({ statementId: codings.statementId, themeId: codings.themeId, stance: codings.stance })
    .from(codings)
    .where(and(inArray(codings.themeId, [...themeIds]), heldAt(at)))
    .orderBy(asc(codings.statementId), asc(codings.themeId), asc(codings.stance))
}
export async function listSetAsideAt(at: string) {
  return db()
    .select({ statementId: setAsides.statementId, reason: setAsides.reason })
    .from(setAsides)
    .where(and(lte(setAsides.setAsideAt, at), or(isNull(setAsides.withdrawnAt), gt(setAsides.withdrawnAt, at))))
}
/** Who has coded something that held at an instant, as identities to count. */
export async function listCodersAt(themeIds: readonly string[], at: string) {
  if (themeIds.length === 0) return []
  return db()
    .selectDistinct({ id: codings.codedBy })
    .from(codings)
    .where(and(inArray(codings.themeId, [...themeIds]), heldAt(at)))
}
export async function listSnapshots(processId: string) {
  return db().select().from(snapshots).where(eq(snapshots.processId, processId)).orderBy(asc(snapshots.number))
}
/** The readings of a round as the two wrote them, one row a code, whatever has become of the themes since. */
export async function listReadingsAsWritten(roundId: string) {
  return db()
    .select({
      ...{ id: roundReadings.id, statementId: roundReadings.statementId, coderId: roundReadings.coderId, isNoise: roundReadings.isNoise },
      ...{ themeId: roundCodes.themeId, stance: roundCodes.stance },
    })
    .from(roundReadings)
    .leftJoin(roundCodes, eq(roundCodes.readingId, roundReadings.id))
    .where(eq(roundReadings.roundId, roundId))
    .orderBy(asc(roundReadings.id), asc(roundCodes.themeId))
}
