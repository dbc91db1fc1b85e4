import { and, asc, desc, eq, inArray, isNull, lte, max, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { codings, setAsides, snapshots, themeChanges, themes } from './tables.ts'

export { transaction } from '#db/database.server'
export * from './bulk-store.server.ts'
export * from './codebook-store.server.ts'
export * from './desk-store.server.ts'
export * from './exchange-store.server.ts'
export * from './finding-store.server.ts'
export * from './matrix-store.server.ts'
export * from './notes-store.server.ts'
export * from './outside-store.server.ts'
export * from './progress-store.server.ts'
export * from './proposal-store.server.ts'
export * from './recount-store.server.ts'
export * from './round-store.server.ts'
export * from './suggestion-store.server.ts'

export async function putTheme(theme: typeof themes.$inferInsert) {
  const [row] = await db().insert(themes).values(theme).onConflictDoNothing().returning({ id: themes.id })
  return row?.id
}
export async function listThemeRows(wish: { processId: string; alsoRetired?: boolean } | { ids: readonly string[] }) {
  if ('ids' in wish && wish.ids.length === 0) return []
  return db()
    .select()
    .from(themes)
    .where('ids' in wish ? inArray(themes.id, [...wish.ids]) : and(eq(themes.processId, wish.processId), wish.alsoRetired ? undefined : isNull(themes.retiredAt)))
    .orderBy(asc(themes.position))
}
export async function findTheme(id: string) {
  return (await listThemeRows({ ids: [id] }))[0]
}
/** A theme, held still until the transaction ends. Whoever changes its place locks the whole book instead, and no theme before it. */
export async function lockTheme(id: string) {
  const [row] = await db().select().from(themes).where(eq(themes.id, id)).for('update')
  return row
}
export async function updateTheme(id: string, revision: number, words: Pick<typeof themes.$inferInsert, 'name' | 'definition' | 'whenToUse' | 'whenNot' | 'examples'>) {
  await db()
    .update(themes)
    .set({ ...words, revision: revision + 1 })
    .where(and(eq(themes.id, id), eq(themes.revision, revision)))
}
export async function putThemeChange(change: typeof themeChanges.$inferInsert) {
  const [row] = await db().insert(themeChanges).values(change).returning({ id: themeChanges.id })
  return row?.id ?? ''
}
const atOnce = 1000
/** Writes codings, however many, and answers with their identities in the same order. */
export async function putCodings(rows: (typeof codings.$inferInsert)[]) {
  const made: { id: string }[] = []
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = db()
      .insert(codings)
      .values(rows.slice(at, at + atOnce))
    made.push(...(await some.returning({ id: codings.id })))
  }
  return made.map(({ id }) => id)
}
export async function withdrawOne(id: string, by: string, at: string) {
  const [row] = await db()
    .update(codings)
    .set({ withdrawnAt: at, withdrawnBy: by })
    .where(and(eq(codings.id, id), isNull(codings.withdrawnAt)))
    .returning({ statementId: codings.statementId })
  return row?.statementId
}
/** The codings of a process that hold, one row a statement and theme even when two coders agree. */
export async function listCodingsOfThemes(themeIds: readonly string[]) {
  if (themeIds.length === 0) return []
  return db()
    .selectDistinct({ statementId: codings.statementId, themeId: codings.themeId, stance: codings.stance })
    .from(codings)
    .where(and(inArray(codings.themeId, [...themeIds]), isNull(codings.withdrawnAt)))
}
export async function countVoices(themeIds: readonly string[]) {
  if (themeIds.length === 0) return []
  return db()
    .select({ themeId: codings.themeId, statements: sql<number>`count(distinct ${codings.statementId})::int` })
    .from(codings)
    .where(and(inArray(codings.themeId, [...themeIds]), isNull(codings.withdrawnAt)))
    .groupBy(codings.themeId)
}
export async function listCodingsOfStatements(statementIds: readonly string[]) {
  if (statementIds.length === 0) return []
  return db()
    .select({ id: codings.id, statementId: codings.statementId, themeId: codings.themeId, stance: codings.stance, codedBy: codings.codedBy, theme: themes.name, slug: themes.slug })
    .from(codings)
    .innerJoin(themes, eq(themes.id, codings.themeId))
    .where(and(inArray(codings.statementId, [...statementIds]), isNull(codings.withdrawnAt)))
    .orderBy(asc(themes.position))
}
export async function putSetAside(row: typeof setAsides.$inferInsert) {
  return (await putSetAsides([row]))[0]
}
export async function putSetAsides(rows: (typeof setAsides.$inferInsert)[]) {
  const made: { id: string }[] = []
  for (let at = 0; at < rows.length; at += atOnce) {
    const some = db()
      .insert(setAsides)
      .values(rows.slice(at, at + atOnce))
      .onConflictDoNothing()
    made.push(...(await some.returning({ id: setAsides.id })))
  }
  return made.map(({ id }) => id)
}
export async function listSetAside() {
  return db().select().from(setAsides).where(isNull(setAsides.withdrawnAt))
}
export async function nextSnapshotNumber(processId: string) {
  const [row] = await db()
    .select({ last: max(snapshots.number) })
    .from(snapshots)
    .where(eq(snapshots.processId, processId))
  return (row?.last ?? 0) + 1
}
export async function putSnapshot(snapshot: typeof snapshots.$inferInsert) {
  const [row] = await db().insert(snapshots).values(snapshot).returning({ id: snapshots.id })
  return row?.id ?? ''
}
export async function lastSnapshot(processId: string, until: string) {
  const [row] = await db()
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.processId, processId), lte(snapshots.frozenAt, until)))
    .orderBy(desc(snapshots.number))
    .limit(1)
  return row
}
