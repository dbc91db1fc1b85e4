import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { isAnyOf } from '#db/columns'
import { db } from '#db/database.server'
import type { Day } from '#kernel/day'
import { begunExchanges, codings, deskActs, material, setAsides, themes } from './tables.ts'

export async function putBegunExchange(row: typeof begunExchanges.$inferInsert) {
  const [made] = await db().insert(begunExchanges).values(row).returning({ id: begunExchanges.id })
  return made?.id ?? ''
}
export async function findBegunExchange(id: string, begunBy: string, today: Day) {
  const [row] = await db()
    .select()
    .from(begunExchanges)
    .where(and(eq(begunExchanges.id, id), eq(begunExchanges.begunBy, begunBy), gte(begunExchanges.expiresOn, today)))
  return row
}
/** Whoever forgets it takes it in: a double send finds nothing. */
export async function deleteBegunExchange(id: string) {
  return (await db().delete(begunExchanges).where(eq(begunExchanges.id, id)).returning({ id: begunExchanges.id })).length > 0
}
export async function deleteBegunExchangesBefore(today: Day) {
  return (await db().delete(begunExchanges).where(lt(begunExchanges.expiresOn, today)).returning({ id: begunExchanges.id })).length
}
/** The codings of a process that hold, with who made them and when, in the order they were made. */
export async function listHoldingOfProcess(processId: string) {
  return db()
    .select({
      ...{ id: codings.id, statementId: codings.statementId, themeId: codings.themeId, slug: themes.slug, stance: codings.stance },
      ...{ spanFrom: codings.spanFrom, spanTo: codings.spanTo, suggestion: codings.suggestion, codedBy: codings.codedBy },
    })
    .from(codings)
    .innerJoin(themes, eq(themes.id, codings.themeId))
    .where(and(eq(themes.processId, processId), isNull(codings.withdrawnAt)))
    .orderBy(asc(codings.codedAt), asc(codings.id))
}
export async function listMaterialIds(processId: string) {
  const rows = await db().select({ id: material.statementId }).from(material).where(eq(material.processId, processId)).orderBy(asc(material.statementId))
  return rows.map(({ id }) => id)
}
export async function listAsideIds(statementIds: readonly string[]) {
  if (statementIds.length === 0) return new Set<string>()
  const rows = await db()
    .select({ id: setAsides.statementId })
    .from(setAsides)
    .where(and(sql`${setAsides.statementId} = any(${sql.param([...statementIds])}::uuid[])`, isNull(setAsides.withdrawnAt)))
  return new Set(rows.map(({ id }) => id))
}
/** Of which of the statements somebody has taken back that they were set aside. What was undone was never decided. */
export async function listEndedAsideIds(statementIds: readonly string[]) {
  if (statementIds.length === 0) return new Set<string>()
  const made = sql`(${deskActs.madeAside} = ${setAsides.id} or ${setAsides.id} = any(${deskActs.madeAsides}))`
  const rows = await db()
    .select({ id: setAsides.statementId })
    .from(setAsides)
    .where(
      and(
        ...[isAnyOf(setAsides.statementId, statementIds), isNotNull(setAsides.withdrawnAt)],
        sql`not exists (select 1 from ${deskActs} where ${deskActs.undoneAt} = ${setAsides.withdrawnAt} and ${made})`,
      ),
    )
  return new Set(rows.map(({ id }) => id))
}
/** Whether a theme of any process has one of these identities. */
export async function listTakenThemeIds(ids: readonly string[]) {
  if (ids.length === 0) return new Set<string>()
  return new Set(
    (
      await db()
        .select({ id: themes.id })
        .from(themes)
        .where(inArray(themes.id, [...ids]))
    ).map(({ id }) => id),
  )
}
