import { and, count, countDistinct, eq, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { Day } from '#kernel/day'
import type { ValueCount } from './rules/count-answers.ts'
import { questions, responses, statements } from './tables.ts'

/** Which answers are counted: of a dialogue; where it is asked for, those with one value of one question, or those that came before a day. */
export type Which = { readonly dialogueId: string; readonly where?: { readonly key: string; readonly value: string } | undefined; readonly before?: Day | undefined }

const counted = ({ dialogueId, where, before }: Which): SQL | undefined =>
  and(eq(responses.dialogueId, dialogueId), where && sql`${responses.answers} ->> ${where.key} = ${where.value}`, before && lt(responses.receivedOn, before))

/** Every value of every question with how many answers hold it, in one pass: the same answers to a question are counted together before they are taken apart. */
export async function countValues(which: Which): Promise<ValueCount[]> {
  const { rows } = await db().execute<{ key: string; row: string | null; value: string; place: number | null; count: number }>(sql`
    select held.key, v.row, v.value, v.place, sum(held.count)::int as count
    from (
      select a.key, a.value, count(*) as count from ${responses}, jsonb_each(${responses.answers}) as a(key, value) where ${counted(which)} group by 1, 2
    ) as held,
    lateral (
      select null::text as row, held.value #>> '{}' as value, null::int as place where jsonb_typeof(held.value) not in ('array', 'object')
      union all select null, each.value, each.place::int from jsonb_array_elements_text(case jsonb_typeof(held.value) when 'array' then held.value else '[]' end) with ordinality as each(value, place)
      union all select each.key, each.value, null from jsonb_each_text(case jsonb_typeof(held.value) when 'object' then held.value else '{}' end) as each(key, value)
    ) as v
    group by 1, 2, 3, 4`)
  return rows
}
/** How many answered each question with a choice, by its key. */
export async function countAnswered(which: Which) {
  const { rows } = await db().execute<{ key: string; count: number }>(
    sql`select key, count(*)::int as count from ${responses}, jsonb_object_keys(${responses.answers}) as key where ${counted(which)} group by 1`,
  )
  return rows
}
/** How many wrote something on each question, and how many ideas it was. */
export async function countWritten(which: Which) {
  return db()
    .select({ key: questions.key, writers: countDistinct(statements.responseId), ideas: count() })
    .from(statements)
    .innerJoin(questions, eq(questions.id, statements.questionId))
    .innerJoin(responses, eq(responses.id, statements.responseId))
    .where(counted(which))
    .groupBy(questions.key)
}
export async function countResponses(which: Which) {
  return db().$count(responses, counted(which))
}
/** How many answers came by the poster of each place. */
export async function countByPoster(dialogueId: string) {
  return db()
    .select({ poster: sql<string>`${responses.poster}`, count: count() })
    .from(responses)
    .where(and(eq(responses.dialogueId, dialogueId), isNotNull(responses.poster)))
    .groupBy(responses.poster)
}
/** How many answers came by each way, and each day. */
export async function countByWay(dialogueId: string) {
  return db()
    .select({ source: responses.source, on: responses.receivedOn, count: count() })
    .from(responses)
    .where(eq(responses.dialogueId, dialogueId))
    .groupBy(responses.source, responses.receivedOn)
}
