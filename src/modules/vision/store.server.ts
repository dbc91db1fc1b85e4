import { and, asc, desc, eq, inArray, isNull, max } from 'drizzle-orm'
import { db } from '#db/database.server'
import { adoptions, focusAreaPhrases, focusAreas, phraseQuotes, phraseRoots, phrases, proposals, versions } from './tables.ts'

export { transaction } from '#db/database.server'

export async function putProposal(proposal: typeof proposals.$inferInsert) {
  const [row] = await db().insert(proposals).values(proposal).onConflictDoNothing().returning({ id: proposals.id })
  return row?.id
}
export async function listProposalRows(processId: string) {
  return db().select().from(proposals).where(eq(proposals.processId, processId)).orderBy(asc(proposals.createdAt), asc(proposals.name))
}
/** The proposal, held so that nobody changes it while it is written in. */
export async function holdProposal(id: string) {
  const [row] = await db().select().from(proposals).where(eq(proposals.id, id)).for('update')
  return row
}
export async function findProposalOfPhrase(phraseId: string) {
  const [row] = await db().select({ id: proposals.id }).from(phrases).innerJoin(proposals, eq(proposals.id, phrases.proposalId)).where(eq(phrases.id, phraseId))
  return row?.id
}
export async function raiseRevision(id: string, revision: number) {
  await db()
    .update(proposals)
    .set({ revision: revision + 1 })
    .where(eq(proposals.id, id))
}
export async function listPhraseRows(proposalIds: readonly string[]) {
  return proposalIds.length === 0
    ? []
    : db()
        .select()
        .from(phrases)
        .where(inArray(phrases.proposalId, [...proposalIds]))
        .orderBy(asc(phrases.position))
}
export async function putPhrases(rows: (typeof phrases.$inferInsert)[]) {
  return rows.length === 0 ? [] : db().insert(phrases).values(rows).returning({ id: phrases.id, position: phrases.position })
}
export async function updatePhrase(id: string, text: string) {
  await db().update(phrases).set({ text }).where(eq(phrases.id, id))
}
export async function deletePhrases(ids: readonly string[]) {
  if (ids.length === 0) return
  await db()
    .delete(phraseRoots)
    .where(inArray(phraseRoots.phraseId, [...ids]))
  await db()
    .delete(phraseQuotes)
    .where(inArray(phraseQuotes.phraseId, [...ids]))
  await db()
    .delete(phrases)
    .where(inArray(phrases.id, [...ids]))
}
export async function putRoot(root: typeof phraseRoots.$inferInsert) {
  await db().insert(phraseRoots).values(root).onConflictDoNothing()
}
export async function deleteRoot(phraseId: string, themeId: string) {
  await db()
    .delete(phraseRoots)
    .where(and(eq(phraseRoots.phraseId, phraseId), eq(phraseRoots.themeId, themeId)))
}
export async function listRoots(phraseIds: readonly string[]) {
  return phraseIds.length === 0
    ? []
    : db()
        .select({ phraseId: phraseRoots.phraseId, themeId: phraseRoots.themeId })
        .from(phraseRoots)
        .where(inArray(phraseRoots.phraseId, [...phraseIds]))
}
export async function putQuote(quote: typeof phraseQuotes.$inferInsert) {
  await db().insert(phraseQuotes).values(quote).onConflictDoNothing()
}
export async function listQuotes(phraseIds: readonly string[]) {
  return phraseIds.length === 0
    ? []
    : db()
        .select({ phraseId: phraseQuotes.phraseId, statementId: phraseQuotes.statementId })
        .from(phraseQuotes)
        .where(inArray(phraseQuotes.phraseId, [...phraseIds]))
}
export async function listVersionRows(proposalIds: readonly string[]) {
  if (proposalIds.length === 0) return []
  return db()
    .select({ version: versions, pointId: adoptions.pointId, registeredAt: adoptions.registeredAt })
    .from(versions)
    .leftJoin(adoptions, eq(adoptions.versionId, versions.id))
    .where(inArray(versions.proposalId, [...proposalIds]))
    .orderBy(asc(versions.number))
}
export async function nextVersionNumber(proposalId: string) {
  const [row] = await db()
    .select({ last: max(versions.number) })
    .from(versions)
    .where(eq(versions.proposalId, proposalId))
  return (row?.last ?? 0) + 1
}
export async function putVersion(version: typeof versions.$inferInsert) {
  const [row] = await db().insert(versions).values(version).returning({ id: versions.id })
  return row?.id ?? ''
}
export async function findVersion(id: string) {
  const [row] = await db().select().from(versions).where(eq(versions.id, id))
  return row
}
export async function putAdoption(adoption: typeof adoptions.$inferInsert) {
  return (await db().insert(adoptions).values(adoption).onConflictDoNothing().returning({ id: adoptions.id })).length > 0
}
export async function putFocusArea(area: typeof focusAreas.$inferInsert, phraseIds: readonly string[]) {
  const [row] = await db().insert(focusAreas).values(area).onConflictDoNothing().returning({ id: focusAreas.id })
  if (row && phraseIds.length > 0)
    await db()
      .insert(focusAreaPhrases)
      .values(phraseIds.map((phraseId) => ({ focusAreaId: row.id, phraseId })))
  return row?.id
}
export async function listFocusAreaRows(processId: string) {
  return db().select().from(focusAreas).where(eq(focusAreas.processId, processId)).orderBy(asc(focusAreas.number))
}
export async function listFocusAreaPhrases(focusAreaIds: readonly string[]) {
  return focusAreaIds.length === 0
    ? []
    : db()
        .select({ focusAreaId: focusAreaPhrases.focusAreaId, phraseId: focusAreaPhrases.phraseId })
        .from(focusAreaPhrases)
        .where(inArray(focusAreaPhrases.focusAreaId, [...focusAreaIds]))
}
export async function adoptOpenFocusAreas(processId: string, pointId: string) {
  return db()
    .update(focusAreas)
    .set({ pointId })
    .where(and(eq(focusAreas.processId, processId), isNull(focusAreas.pointId)))
    .returning({ id: focusAreas.id })
}
export async function lastVersionRow(proposalId: string) {
  const [row] = await db().select().from(versions).where(eq(versions.proposalId, proposalId)).orderBy(desc(versions.number)).limit(1)
  return row
}
