import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { isAnyOf } from '#db/columns'
import { db } from '#db/database.server'
import { persons } from '#people/tables'
import { basketQuotes, deskActs, memos, themes } from './tables.ts'

/** Empty when another quote has the identity that it was given. */
export async function putBasketQuote(row: typeof basketQuotes.$inferInsert) {
  const [made] = await db().insert(basketQuotes).values(row).onConflictDoNothing().returning({ id: basketQuotes.id })
  return made?.id ?? ''
}
export async function listBasketRows(processId: string) {
  return db()
    .select({
      ...{ id: basketQuotes.id, statementId: basketQuotes.statementId, spanFrom: basketQuotes.spanFrom, spanTo: basketQuotes.spanTo },
      ...{ why: basketQuotes.why, putBy: persons.name, putAt: basketQuotes.putAt },
    })
    .from(basketQuotes)
    .innerJoin(persons, eq(persons.id, basketQuotes.putBy))
    .where(and(eq(basketQuotes.processId, processId), isNull(basketQuotes.takenOutAt)))
    .orderBy(asc(basketQuotes.putAt), asc(basketQuotes.id))
}
/** What is in the basket and then what was, with when it was taken out. What was undone was never there. */
export async function listBasketHistory(processId: string) {
  const { id, statementId, spanFrom, spanTo, why, takenOutAt } = basketQuotes
  const wasUndone = sql`exists (select 1 from ${deskActs} where ${deskActs.undoneAt} = ${takenOutAt} and ${id} = any(${deskActs.madeQuotes}))`
  return db()
    .select({ id, statementId, spanFrom, spanTo, why, takenOutAt })
    .from(basketQuotes)
    .where(and(eq(basketQuotes.processId, processId), sql`not ${wasUndone}`))
    .orderBy(sql`${takenOutAt} nulls first`, asc(id))
}
export async function endQuotes(ids: readonly string[], takenOutBy: string, takenOutAt: string) {
  if (ids.length === 0) return
  await db()
    .update(basketQuotes)
    .set({ takenOutBy, takenOutAt })
    .where(and(isAnyOf(basketQuotes.id, ids), isNull(basketQuotes.takenOutAt)))
}
export async function markTakenOut(id: string, takenOutBy: string, takenOutAt: string) {
  const [row] = await db()
    .update(basketQuotes)
    .set({ takenOutBy, takenOutAt })
    .where(and(eq(basketQuotes.id, id), isNull(basketQuotes.takenOutAt)))
    .returning({ statementId: basketQuotes.statementId })
  return row?.statementId
}

/** Nothing when the memo that it takes the place of was replaced already. */
export async function putMemo(row: typeof memos.$inferInsert) {
  const [made] = await db().insert(memos).values(row).onConflictDoNothing().returning({ id: memos.id })
  return made?.id
}
export async function findMemo(id: string) {
  const [row] = await db().select().from(memos).where(eq(memos.id, id))
  return row
}
/** Memos that no other has taken the place of, the first first. */
export async function listMemoRows(wish: { processId: string } | { statementId: string } | { replaces: string }) {
  const isReplaced = sql`exists (select 1 from ${memos} later where later.replaces = ${memos.id})`
  const which: SQL | undefined =
    'processId' in wish
      ? and(eq(memos.processId, wish.processId), sql`not ${isReplaced}`)
      : 'statementId' in wish
        ? and(eq(memos.statementId, wish.statementId), sql`not ${isReplaced}`)
        : eq(memos.replaces, wish.replaces)
  return db()
    .select({
      ...{ id: memos.id, statementId: memos.statementId, themeId: memos.themeId, theme: themes.name, text: memos.text },
      ...{ replaces: memos.replaces, writtenBy: persons.name, writtenAt: memos.writtenAt },
    })
    .from(memos)
    .innerJoin(persons, eq(persons.id, memos.writtenBy))
    .leftJoin(themes, eq(themes.id, memos.themeId))
    .where(which)
    .orderBy(asc(memos.writtenAt), asc(memos.id))
}
