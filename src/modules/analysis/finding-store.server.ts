import { and, asc, desc, eq, inArray, isNull, max } from 'drizzle-orm'
import { db } from '#db/database.server'
import { findingFigures, findingPublications, findingQuotes, findingReviews, findingSources, findings, findingVersions, methodAppendices } from './tables.ts'

export async function putFinding(processId: string) {
  const [row] = await db()
    .select({ last: max(findings.number) })
    .from(findings)
    .where(eq(findings.processId, processId))
  const number = (row?.last ?? 0) + 1
  const [made] = await db().insert(findings).values({ processId, number }).returning({ id: findings.id })
  return { id: made?.id ?? '', number }
}
export async function findProcessOfFinding(id: string) {
  return (await db().select({ processId: findings.processId }).from(findings).where(eq(findings.id, id)))[0]?.processId
}
/** A finding, held still until the transaction ends, with its latest version. */
export async function lockFinding(id: string) {
  const [finding] = await db().select().from(findings).where(eq(findings.id, id)).for('update')
  if (!finding) return undefined
  const [latest] = await db().select().from(findingVersions).where(eq(findingVersions.findingId, id)).orderBy(desc(findingVersions.revision)).limit(1)
  return latest && { ...finding, latest }
}
export type FindingParts = {
  readonly figures: readonly { readonly themeId: string; readonly groupId: string | null }[]
  readonly statementIds: readonly string[]
  readonly sourceIds: readonly string[]
}
export async function putFindingVersion(version: typeof findingVersions.$inferInsert, { figures, statementIds, sourceIds }: FindingParts) {
  const { findingId, revision } = version
  await db().insert(findingVersions).values(version)
  await db()
    .insert(findingFigures)
    .values(figures.map((figure) => ({ ...figure, findingId, revision })))
  if (statementIds.length > 0)
    await db()
      .insert(findingQuotes)
      .values(statementIds.map((statementId, position) => ({ findingId, revision, statementId, position })))
  if (sourceIds.length > 0)
    await db()
      .insert(findingSources)
      .values(sourceIds.map((sourceId) => ({ findingId, revision, sourceId })))
}
export async function putFindingReview(review: typeof findingReviews.$inferInsert) {
  return (await db().insert(findingReviews).values(review).onConflictDoNothing().returning({ revision: findingReviews.revision })).length > 0
}
export async function putFindingPublication(publication: typeof findingPublications.$inferInsert) {
  await db().insert(findingPublications).values(publication)
}
export async function withdrawFinding(id: string, by: string, at: string, why: string) {
  await db()
    .update(findings)
    .set({ withdrawnBy: by, withdrawnAt: at, withdrawnWhy: why })
    .where(and(eq(findings.id, id), isNull(findings.withdrawnAt)))
}
export async function listFindings(processId: string) {
  return db().select().from(findings).where(eq(findings.processId, processId)).orderBy(asc(findings.number))
}
/** The versions that were published, the latest first within each finding, with why it was taken back; one statement. */
export async function listPublishedVersions(processId: string) {
  const { findingId, revision, documentId, publishedAt } = findingPublications
  return db()
    .select({ findingId, revision, documentId, publishedAt, withdrawnWhy: findings.withdrawnWhy })
    .from(findingPublications)
    .innerJoin(findings, eq(findings.id, findingId))
    .where(eq(findings.processId, processId))
    .orderBy(asc(findings.number), desc(revision))
}
/** Every part of some findings, each version with its own; six statements. */
export async function listFindingParts(ids: readonly string[]) {
  const wished = [...ids]
  if (wished.length === 0) return { versions: [], figures: [], quotes: [], sources: [], reviews: [], publications: [] }
  return {
    versions: await db().select().from(findingVersions).where(inArray(findingVersions.findingId, wished)).orderBy(desc(findingVersions.revision)),
    figures: await db().select().from(findingFigures).where(inArray(findingFigures.findingId, wished)),
    quotes: await db().select().from(findingQuotes).where(inArray(findingQuotes.findingId, wished)).orderBy(asc(findingQuotes.position)),
    sources: await db().select().from(findingSources).where(inArray(findingSources.findingId, wished)),
    reviews: await db().select().from(findingReviews).where(inArray(findingReviews.findingId, wished)),
    publications: await db().select().from(findingPublications).where(inArray(findingPublications.findingId, wished)).orderBy(desc(findingPublications.revision)),
  }
}
export async function putMethodAppendix(appendix: Omit<typeof methodAppendices.$inferInsert, 'id'>) {
  await db().insert(methodAppendices).values(appendix)
}
export async function listMethodAppendices(processId: string) {
  return db().select().from(methodAppendices).where(eq(methodAppendices.processId, processId)).orderBy(desc(methodAppendices.number))
}
