import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '#db/database.server'
import { outsideSources, outsideThemes, outsideVersions } from './tables.ts'

export async function putOutsideSource(processId: string) {
  const [row] = await db().insert(outsideSources).values({ processId }).returning({ id: outsideSources.id })
  return row?.id ?? ''
}
/** A source, held still until the transaction ends, with its latest version. */
export async function lockOutsideSource(id: string) {
  const [source] = await db().select().from(outsideSources).where(eq(outsideSources.id, id)).for('update')
  if (!source) return undefined
  const [latest] = await db().select().from(outsideVersions).where(eq(outsideVersions.sourceId, id)).orderBy(desc(outsideVersions.revision)).limit(1)
  return { ...source, latest }
}
export async function putOutsideVersion(version: typeof outsideVersions.$inferInsert, themeIds: readonly string[]) {
  const { sourceId, revision } = version
  await db().insert(outsideVersions).values(version)
  if (themeIds.length > 0)
    await db()
      .insert(outsideThemes)
      .values(themeIds.map((themeId) => ({ sourceId, revision, themeId })))
}
export async function withdrawOutsideSource(id: string, by: string, at: string, why: string) {
  await db()
    .update(outsideSources)
    .set({ withdrawnBy: by, withdrawnAt: at, withdrawnWhy: why })
    .where(and(eq(outsideSources.id, id), isNull(outsideSources.withdrawnAt)))
}
export async function listOutsideSources(processId: string) {
  return db().select().from(outsideSources).where(eq(outsideSources.processId, processId))
}
export async function listOutsideVersions(sourceIds: readonly string[]) {
  if (sourceIds.length === 0) return []
  return db()
    .select()
    .from(outsideVersions)
    .where(inArray(outsideVersions.sourceId, [...sourceIds]))
    .orderBy(desc(outsideVersions.revision))
}
export async function listOutsideThemes(sourceIds: readonly string[]) {
  if (sourceIds.length === 0) return []
  return db()
    .select()
    .from(outsideThemes)
    .where(inArray(outsideThemes.sourceId, [...sourceIds]))
}
