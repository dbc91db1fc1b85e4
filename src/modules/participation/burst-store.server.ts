import { and, countDistinct, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { Day } from '#kernel/day'
import { lastReview } from './statement-store.server.ts'
import { bursts, closings, dialogues, extensions, responses, reviews, statements } from './tables.ts'

/** Writes bursts down; what another process counted of the same ten minutes is added. */
export async function addBursts(rows: readonly (typeof bursts.$inferInsert)[]) {
  if (rows.length === 0) return
  await db()
    .insert(bursts)
    .values([...rows])
    .onConflictDoUpdate({
      target: [bursts.dialogueId, bursts.source, bursts.beganAt],
      set: { answers: sql`${bursts.answers} + excluded.answers`, sameText: sql`greatest(${bursts.sameText}, excluded.same_text)` },
    })
}
export async function listBursts(dialogueId: string) {
  return db().select().from(bursts).where(eq(bursts.dialogueId, dialogueId)).orderBy(desc(bursts.beganAt))
}
export async function deleteBurstsOf(dialogueIds: readonly string[]) {
  if (dialogueIds.length > 0)
    await db()
      .delete(bursts)
      .where(inArray(bursts.dialogueId, [...dialogueIds]))
}
/** The dialogues that have bursts and closed before a day. */
export async function listClosedWithBursts(before: Day) {
  const lastDay = sql`coalesce((select (closed.closed_at at time zone 'Europe/Stockholm')::date from ${closings} closed where closed.dialogue_id = ${dialogues.id}),
    (select latest.closes_on from ${extensions} latest where latest.dialogue_id = ${dialogues.id} order by latest.extended_at desc limit 1), ${dialogues.closesOn})`
  const rows = await db().selectDistinct({ id: dialogues.id }).from(dialogues).innerJoin(bursts, eq(bursts.dialogueId, dialogues.id)).where(lt(lastDay, before))
  return rows.map(({ id }) => id)
}
/** The texts of a dialogue, each once with the answers that it stands in, the most common first; as one of them was masked, if it was. */
export async function listTexts(dialogueId: string, shortest: number, most: number) {
  const answers = countDistinct(statements.responseId)
  return db()
    .select({
      text: sql<string>`coalesce(min(${reviews.maskedText}), min(${statements.text}))`,
      answers,
      /** What was written in the one that was masked; nothing when none was. */
      original: sql<string | null>`min(${statements.text}) filter (where ${reviews.maskedText} is not null)`,
      responses: sql<string[]>`array_agg(distinct ${statements.responseId})`,
      sources: sql<(typeof responses.$inferSelect)['source'][]>`array_agg(distinct ${responses.source})`,
      from: sql<Day>`min(${responses.receivedOn})::text`,
      to: sql<Day>`max(${responses.receivedOn})::text`,
    })
    .from(statements)
    .innerJoin(responses, eq(responses.id, statements.responseId))
    .leftJoin(reviews, eq(reviews.id, lastReview))
    .where(and(eq(responses.dialogueId, dialogueId), gte(sql`length(${statements.grouping})`, shortest)))
    .groupBy(statements.grouping)
    .orderBy(desc(answers), statements.grouping)
    .limit(most)
}
