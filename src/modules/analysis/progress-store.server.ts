import { and, eq, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { persons } from '#people/tables'
import { claims, codings, material, setAsides } from './tables.ts'

/** Of each way that answers came by: how many statements there are, how many are coded and how many set aside; one pass. */
export async function countBySource(processId: string) {
  const { rows } = await db().execute<{ source: string; statements: number; coded: number; aside: number }>(sql`
    with coded as (select distinct ${codings.statementId} as id from ${codings} where ${codings.withdrawnAt} is null),
    aside as (select ${setAsides.statementId} as id from ${setAsides} where ${setAsides.withdrawnAt} is null)
    select ${material.source} as source, count(*)::int as statements, count(coded.id)::int as coded, count(aside.id)::int as aside
    from ${material} left join coded on coded.id = ${material.statementId} left join aside on aside.id = ${material.statementId}
    where ${material.processId} = ${processId} group by 1 order by 1`)
  return rows
}
/** What each coder has coded and set aside that holds, by the way the answers came, on a day (from its first instant on) and in all. */
export async function countByCoder(processId: string, since: string) {
  const { rows } = await db().execute<{ coder: string; source: string; coded: number; codedToday: number; aside: number; asideToday: number }>(sql`
    with done as (
      select distinct ${codings.codedBy} as person, ${codings.statementId} as id, true as is_coded, ${codings.codedAt} >= ${since} as is_today from ${codings} where ${codings.withdrawnAt} is null
      union all
      select ${setAsides.setAsideBy}, ${setAsides.statementId}, false, ${setAsides.setAsideAt} >= ${since} from ${setAsides} where ${setAsides.withdrawnAt} is null
    )
    select ${persons.name} as coder, ${material.source} as source,
      count(distinct done.id) filter (where is_coded)::int as coded, count(distinct done.id) filter (where is_coded and is_today)::int as "codedToday",
      count(*) filter (where not is_coded)::int as aside, count(*) filter (where not is_coded and is_today)::int as "asideToday"
    from done join ${material} on ${material.statementId} = done.id join ${persons} on ${persons.id} = done.person
    where ${material.processId} = ${processId} group by ${persons.id}, 1, 2 order by 1, 2`)
  return rows
}
export async function listReadingNow(processId: string, now: string) {
  return db()
    .select({ name: persons.name, count: sql<number>`count(*)::int` })
    .from(claims)
    .innerJoin(material, eq(material.statementId, claims.statementId))
    .innerJoin(persons, eq(persons.id, claims.claimedBy))
    .where(and(eq(material.processId, processId), sql`${claims.expiresAt} > ${now}`))
    .groupBy(persons.id, persons.name)
    .orderBy(persons.name)
}
