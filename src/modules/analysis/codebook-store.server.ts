import { and, asc, count, desc, eq, inArray, isNotNull, isNull, max, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { isAnyOf } from '#db/columns'
import { db } from '#db/database.server'
import { persons } from '#people/tables'
import { codebookVersions, codings, themeChanges, themes } from './tables.ts'

/** All themes of a process, also those that are no longer in use, held still until the transaction ends so that two who change the book at once don't tie a knot. */
export async function lockCodebook(processId: string) {
  return db().select().from(themes).where(eq(themes.processId, processId)).orderBy(asc(themes.id)).for('update')
}
export async function placeTheme(ids: readonly string[], place: Partial<Pick<typeof themes.$inferInsert, 'dimension' | 'parentId' | 'position'>>) {
  if (ids.length > 0)
    await db()
      .update(themes)
      .set(place)
      .where(inArray(themes.id, [...ids]))
}
export async function retireTheme(id: string, at: string, supersededBy: string | null) {
  await db().update(themes).set({ retiredAt: at, supersededBy }).where(eq(themes.id, id))
}
export async function listHoldingCodings(themeId: string, statementIds?: readonly string[]) {
  if (statementIds?.length === 0) return []
  return db()
    .select()
    .from(codings)
    .where(and(eq(codings.themeId, themeId), isNull(codings.withdrawnAt), statementIds && inArray(codings.statementId, [...statementIds])))
    .orderBy(asc(codings.id))
}
/** Takes a theme that was merged into another into use again. */
export async function takeIntoUse(id: string) {
  await db().update(themes).set({ retiredAt: null, supersededBy: null }).where(eq(themes.id, id))
}
export async function findLastMerge(themeId: string) {
  const [row] = await db()
    .select()
    .from(themeChanges)
    .where(and(eq(themeChanges.themeId, themeId), eq(themeChanges.kind, 'merged')))
    .orderBy(desc(themeChanges.changedAt), desc(themeChanges.id))
    .limit(1)
  return row
}
/** What was merged in a process, and what was parted again, in the order of what happened. */
export async function listMerges(processId: string) {
  const rows = await db()
    .select({
      themeId: themeChanges.themeId,
      into: sql<string | null>`case when ${themeChanges.kind} = 'merged' then ${themeChanges.otherThemeId} end`,
      at: themeChanges.changedAt,
    })
    .from(themeChanges)
    .innerJoin(themes, eq(themes.id, themeChanges.themeId))
    .where(and(eq(themes.processId, processId), inArray(themeChanges.kind, ['merged', 'unmerged'])))
    .orderBy(asc(themeChanges.changedAt), asc(themeChanges.id))
  return rows.map((row) => ({ ...row, at: Date.parse(row.at) }))
}
/** The codings that a change of the codebook ended, and those that it made. */
export async function listCodingsOfChange(change: string) {
  const of = (column: typeof codings.endedBy | typeof codings.madeBy) => db().select().from(codings).where(eq(column, change)).orderBy(asc(codings.id))
  return [await of(codings.endedBy), await of(codings.madeBy)] as const
}
const atOnce = 1000
export async function endCodingsByChange(ids: readonly string[], change: string, by: string, at: string) {
  for (let from = 0; from < ids.length; from += atOnce)
    await db()
      .update(codings)
      .set({ endedBy: change, withdrawnAt: at, withdrawnBy: by })
      .where(inArray(codings.id, ids.slice(from, from + atOnce)))
}
export async function listThemeChanges(themeId: string) {
  return db()
    .select({
      id: themeChanges.id,
      themeId: themeChanges.themeId,
      theme: themes.name,
      slug: themes.slug,
      kind: themeChanges.kind,
      otherThemeId: themeChanges.otherThemeId,
      before: themeChanges.before,
      after: themeChanges.after,
      reason: themeChanges.reason,
      changedBy: themeChanges.changedBy,
      changedAt: themeChanges.changedAt,
    })
    .from(themeChanges)
    .innerJoin(themes, eq(themes.id, themeChanges.themeId))
    .where(or(eq(themeChanges.themeId, themeId), eq(themeChanges.otherThemeId, themeId)))
    .orderBy(desc(themeChanges.changedAt), desc(themeChanges.id))
}
const withdrawers = alias(persons, 'withdrawers')
export async function listLineage(statementId: string) {
  return db()
    .select({
      id: codings.id,
      themeId: codings.themeId,
      theme: themes.name,
      stance: codings.stance,
      suggestion: codings.suggestion,
      codedBy: codings.codedBy,
      coder: persons.name,
      codedAt: codings.codedAt,
      madeBy: codings.madeBy,
      withdrawnAt: codings.withdrawnAt,
      withdrawnBy: codings.withdrawnBy,
      withdrawer: withdrawers.name,
      endedBy: codings.endedBy,
    })
    .from(codings)
    .innerJoin(themes, eq(themes.id, codings.themeId))
    .innerJoin(persons, eq(persons.id, codings.codedBy))
    .leftJoin(withdrawers, eq(withdrawers.id, codings.withdrawnBy))
    .where(eq(codings.statementId, statementId))
    .orderBy(asc(codings.codedAt), asc(codings.withdrawnAt), asc(codings.id))
}
export async function listThemeChangesByIds(ids: readonly string[]) {
  return ids.length === 0
    ? []
    : db()
        .select()
        .from(themeChanges)
        .where(inArray(themeChanges.id, [...ids]))
}
/** What some themes were called before, the first name first, each until it was changed. */
export async function listEarlierNames(themeIds: readonly string[]) {
  const rows = await db()
    .select({ themeId: themeChanges.themeId, before: themeChanges.before, after: themeChanges.after, until: themeChanges.changedAt })
    .from(themeChanges)
    .where(and(isAnyOf(themeChanges.themeId, [...new Set(themeIds)]), eq(themeChanges.kind, 'reworded')))
    .orderBy(asc(themeChanges.changedAt), asc(themeChanges.id))
  return rows.flatMap(({ before, after, ...rest }) => (before.name !== undefined && before.name !== after.name ? [{ ...rest, name: before.name }] : []))
}
/** Of each theme, the one that has taken it over by now: itself, when it was not merged into another. */
export async function listThemesNow(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await db().execute<{ asked: string; now: string }>(sql`
    with recursive followed (asked, now, next) as (
      select id, id, superseded_by from analysis_themes where ${inArray(themes.id, [...ids])}
      union all select asked, id, superseded_by from followed join analysis_themes on id = next
    ) select asked, now from followed where next is null`)
  return new Map(rows.map(({ asked, now }) => [asked, now]))
}
/** Those of some themes that are no longer in use. */
export async function listOutOfUse(ids: readonly string[]) {
  const rows = await db()
    .select({ id: themes.id })
    .from(themes)
    .where(and(isAnyOf(themes.id, [...new Set(ids)]), isNotNull(themes.retiredAt)))
  return rows.map(({ id }) => id)
}
/** Whether a theme that some codings were made with is no longer in use. */
export async function hasRetiredTheme(codingIds: readonly string[]) {
  const rows = await db()
    .select({ id: codings.id })
    .from(codings)
    .innerJoin(themes, eq(themes.id, codings.themeId))
    .where(and(isAnyOf(codings.id, codingIds), isNull(codings.endedBy), isNotNull(themes.retiredAt)))
    .limit(1)
  return rows.length > 0
}
/** Of each theme, itself and those that have taken it over since, one after the other. */
export async function listThemeCourses(ids: readonly string[]): Promise<Map<string, readonly string[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await db().execute<{ asked: string; id: string }>(sql`
    with recursive followed (asked, id, next, step) as (
      select id, id, superseded_by, 0 from analysis_themes where ${inArray(themes.id, [...ids])}
      union all select asked, analysis_themes.id, superseded_by, step + 1 from followed join analysis_themes on analysis_themes.id = next
    ) select asked, id from followed order by asked, step`)
  return new Map([...Map.groupBy(rows, ({ asked }) => asked)].map(([asked, course]) => [asked, course.map(({ id }) => id)]))
}
export async function lastCodebookVersion(processId: string) {
  const [row] = await db()
    .select({ number: max(codebookVersions.number), made: count() })
    .from(codebookVersions)
    .where(eq(codebookVersions.processId, processId))
  return row?.number ?? 0
}
export async function putCodebookVersion(version: typeof codebookVersions.$inferInsert) {
  await db().insert(codebookVersions).values(version)
}
export async function listCodebookVersions(processId: string) {
  return db().select().from(codebookVersions).where(eq(codebookVersions.processId, processId)).orderBy(desc(codebookVersions.number))
}
