import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { persons } from '#people/tables'
import { answeredSuggestions, blindSpells, bulkStatements, bulks, codings, deskActs, setAsides, themes } from './tables.ts'

/** A word that is another when anything has been coded, withdrawn, restored, set aside or refused. */
export async function codingVersion(processId: string): Promise<string> {
  const { rows } = await db().execute<{ version: string }>(sql`
    select concat_ws(' ', (select concat_ws(' ', count(*), count(${codings.withdrawnAt})) from ${codings}),
      (select count(*) from ${setAsides} where ${setAsides.withdrawnAt} is null), (select max(${deskActs.id}) from ${deskActs} where ${deskActs.processId} = ${processId}),
      (select count(*) from ${answeredSuggestions}), (select count(*) from ${bulkStatements} where ${bulkStatements.isRight} = false)) as version`)
  return rows[0]?.version ?? ''
}
/** What persons have read statements as, each for itself; what was accepted in bulk teaches nothing. In one row, for ten thousand hold up everybody else. */
export async function listTaught(processId: string) {
  const { rows } = await db().execute<{ pairs: string | null }>(sql`
    select string_agg(${codings.statementId} || ' ' || ${codings.themeId}, ',') as pairs from ${codings} join ${themes} on ${themes.id} = ${codings.themeId}
    where ${themes.processId} = ${processId} and ${codings.withdrawnAt} is null and ${codings.suggestion} <> 'in-bulk'`)
  return listOf(rows[0]?.pairs).map((pair) => {
    const [statementId = '', themeId = ''] = pair.split(' ')
    return { statementId, themeId }
  })
}
export async function listRefused(processId: string) {
  const refused = await db()
    .selectDistinct({ statementId: answeredSuggestions.statementId, themeId: answeredSuggestions.themeId })
    .from(answeredSuggestions)
    .innerJoin(themes, eq(themes.id, answeredSuggestions.themeId))
    .where(and(eq(themes.processId, processId), eq(answeredSuggestions.answer, 'refused')))
  const wrong = await db()
    .select({ statementId: bulkStatements.statementId, themeId: bulkStatements.themeId })
    .from(bulkStatements)
    .innerJoin(bulks, eq(bulks.id, bulkStatements.bulkId))
    .where(and(eq(bulks.processId, processId), eq(bulkStatements.isRight, false)))
  return [...refused, ...wrong]
}
/** The statements that are coded or set aside; in one row. */
export async function listDecided() {
  const { rows } = await db().execute<{ ids: string | null }>(sql`
    select string_agg(id::text, ',') as ids from (select ${codings.statementId} as id from ${codings} where ${codings.withdrawnAt} is null
    union select ${setAsides.statementId} from ${setAsides} where ${setAsides.withdrawnAt} is null) decided`)
  return new Set(listOf(rows[0]?.ids))
}

function listOf(joined: string | null | undefined): string[] {
  return joined ? joined.split(',') : []
}

export async function putAnsweredSuggestions(rows: (typeof answeredSuggestions.$inferInsert)[]) {
  if (rows.length > 0) await db().insert(answeredSuggestions).values(rows)
}
/** How each coder has answered to suggestions of each theme, apart for those that were hidden. What was answered last for a statement counts, and once. */
export async function countAnswers(processId: string) {
  const { statementId, themeId, answeredBy, answeredAt, id } = answeredSuggestions
  const last = db().selectDistinctOn([statementId, themeId, answeredBy]).from(answeredSuggestions).orderBy(statementId, themeId, answeredBy, desc(answeredAt), id).as('last')
  const of = (answer: 'taken' | 'left' | 'refused') => sql<number>`count(*) filter (where ${last.answer} = ${answer})::int`
  return db()
    .select({ coder: persons.name, theme: themes.name, wasSeen: last.wasSeen, taken: of('taken'), left: of('left'), refused: of('refused') })
    .from(last)
    .innerJoin(themes, eq(themes.id, last.themeId))
    .innerJoin(persons, eq(persons.id, last.answeredBy))
    .where(eq(themes.processId, processId))
    .groupBy(persons.id, persons.name, themes.id, themes.name, last.wasSeen)
    .orderBy(persons.name, themes.name)
}

export async function isBlind(processId: string, coderId: string) {
  return (await db().$count(blindSpells, and(eq(blindSpells.processId, processId), eq(blindSpells.coderId, coderId), isNull(blindSpells.endedAt)))) > 0
}
export async function beginBlindSpell(processId: string, coderId: string, begunAt: string) {
  return (await db().insert(blindSpells).values({ processId, coderId, begunAt }).onConflictDoNothing().returning({ id: blindSpells.id }))[0]?.id
}
export async function endBlindSpell(processId: string, coderId: string, endedAt: string) {
  const [row] = await db()
    .update(blindSpells)
    .set({ endedAt })
    .where(and(eq(blindSpells.processId, processId), eq(blindSpells.coderId, coderId), isNull(blindSpells.endedAt)))
    .returning({ id: blindSpells.id })
  return row?.id
}
export async function listRefusedOf(statementId: string) {
  const rows = await db()
    .select({ themeId: answeredSuggestions.themeId })
    .from(answeredSuggestions)
    .where(and(eq(answeredSuggestions.statementId, statementId), eq(answeredSuggestions.answer, 'refused')))
  return new Set(rows.map(({ themeId }) => themeId))
}
