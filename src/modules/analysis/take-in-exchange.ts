import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { granted, refused } from '#kernel/result'
import { readStatementsByIds } from '#participation'
import { command } from '#trail'
import { mayCodeStatement, mayCreateTheme } from './access.ts'
import { takeInExchangeForm } from './exchange-schema.ts'
import { findBegunExchange } from './read-begun-exchange.ts'
import type { Exchange, FileMemo } from './rules/exchange.ts'
import * as store from './store.server.ts'
import { takeInCodes } from './take-in-codes.ts'
import type { WeighedCode } from './weigh-codes.ts'
import { weighReadings } from './weigh-readings.ts'
import { weighQuotes, weighSetAsides } from './weigh-set-asides.ts'

/** Takes in the new codes of a codebook that has been looked at, all or none. Refuses `nothing-new` and `not-found`. */
export const takeInCodebook = command(mayCreateTheme, takeInExchangeForm, async ({ input: { exchangeId }, actor, now, record }) => {
  const begun = await findBegunExchange(exchangeId, 'codebook', actor, now)
  if (!begun || !(await store.deleteBegunExchange(exchangeId))) return refused({ refused: 'not-found' })
  const { added } = await takeInCodes(begun.processId, begun.exchange.codes, actor, now)
  if (added === 0) return refused({ refused: 'nothing-new' })
  await record('codebook-taken-in', { kind: 'process', id: begun.processId })
  return granted({ added })
})

/**
 * Takes in the codes and codings of a file that has been looked at, all or none, as one act at the desk, which can be undone as any other. They are made by whoever
 * takes them in, and what was read of the same statements before is ended. Refuses `nothing-new` and `not-found`.
 */
export const takeInCodings = command(mayCodeStatement, takeInExchangeForm, async ({ input: { exchangeId }, actor, now, record }) => {
  const begun = await findBegunExchange(exchangeId, 'codings', actor, now)
  if (!begun || !(await store.deleteBegunExchange(exchangeId))) return refused({ refused: 'not-found' })
  const { processId, exchange } = begun
  await store.lockCodings()
  const { added, themes } = await takeInCodes(processId, exchange.codes, actor, now)
  const { changed, unchanged, rejected } = await weighReadings(processId, exchange, themes)
  const memos = await takeInMemos(processId, exchange.memos, themes, actor, now)
  const setAsides = await takeInSetAsides(processId, exchange, actor, now)
  const quotes = await takeInQuotes(processId, exchange, actor, now)
  if (added + changed.length + memos + setAsides + quotes === 0) return refused({ refused: 'nothing-new' })
  const ended = changed.flatMap(({ endedIds }) => endedIds)
  await store.endCodings(ended, actor.person, now.at)
  const made = await store.putCodings(changed.flatMap(({ codings }) => codings.map((coding) => ({ ...coding, codedBy: actor.person, codedAt: now.at }))))
  const [first] = changed
  if (first)
    await store.putDeskAct({
      ...{ processId, statementId: first.statementId, kind: 'coded', madeCodings: made, endedCodings: ended, doneBy: actor.person, doneAt: now.at },
    })
  await record('codings-taken-in', { kind: 'process', id: processId }, `${changed.length}`)
  return granted({ added, changed: changed.length, codings: made.length, unchanged, rejected: rejected.length, memos, setAsides, quotes })
})

/** Sets aside what the file does and nobody here has decided on, each as an act at the desk. */
async function takeInSetAsides(processId: string, exchange: Exchange, actor: Actor, now: Moment): Promise<number> {
  const free = await weighSetAsides(processId, exchange)
  for (const { statementId, reason } of free) {
    const madeAside = await store.putSetAside({ statementId, reason, setAsideBy: actor.person, setAsideAt: now.at })
    await store.putDeskAct({ processId, statementId, kind: 'set-aside', madeAside, doneBy: actor.person, doneAt: now.at })
  }
  return free.length
}

async function takeInQuotes(processId: string, exchange: Exchange, actor: Actor, now: Moment): Promise<number> {
  const fresh = await weighQuotes(processId, exchange)
  for (const { statementId, from, to, why } of fresh) await store.putBasketQuote({ processId, statementId, spanFrom: from, spanTo: to, why, putBy: actor.person, putAt: now.at })
  return fresh.length
}

/** Writes down the memos that are not there yet, word for word on the same thing. An answer that has gone since the file was read takes its memos along. */
async function takeInMemos(processId: string, memos: readonly FileMemo[], themes: ReadonlyMap<string, WeighedCode>, actor: Actor, now: Moment): Promise<number> {
  if (memos.length === 0) return 0
  const place = (text: string, statementId: string | null, themeId: string | null) => JSON.stringify([text, statementId, themeId])
  const there = new Set((await store.listMemoRows({ processId })).map(({ text, statementId, themeId }) => place(text, statementId, themeId)))
  const onStatements = await readStatementsByIds(memos.flatMap(({ statementId }) => statementId ?? []))
  const known = new Set(onStatements.map(({ id }) => id))
  let written = 0
  for (const { text, statementId, code } of memos) {
    const themeId = code === null ? null : themes.get(code)?.themeId
    if (statementId !== null && !known.has(statementId)) continue
    if (themeId === undefined || text.length > 4000 || there.has(place(text, statementId, themeId))) continue
    there.add(place(text, statementId, themeId))
    await store.putMemo({ processId, statementId, themeId, text, writtenBy: actor.person, writtenAt: now.at })
    written += 1
  }
  return written
}
