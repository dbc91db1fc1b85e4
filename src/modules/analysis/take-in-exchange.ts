import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCodeStatement, mayCreateTheme } from './access.ts'
import { takeInExchangeForm } from './exchange-schema.ts'
import { countWords } from './exchange-words.ts'
import { findBegunExchange } from './read-begun-exchange.ts'
import type { Exchange, Rejected } from './rules/exchange.ts'
import * as store from './store.server.ts'
import { takeInCodes } from './take-in-codes.ts'
import type { WeighedCode } from './weigh-codes.ts'
import { themeOf, weighMemos } from './weigh-memos.ts'
import { weighQuotes } from './weigh-quotes.ts'
import { weighReadings } from './weigh-readings.ts'
import { weighSetAsides } from './weigh-set-asides.ts'

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
 * Takes in what a file says that has been looked at, all or none. Its codings, what it sets aside and its quotes are one act at the desk, which can be undone as
 * any other; its codes and memos stay. They are made by whoever takes them in, and what was read of the same statements before is ended. Refuses `nothing-new`
 * and `not-found`.
 */
export const takeInCodings = command(mayCodeStatement, takeInExchangeForm, async ({ input: { exchangeId }, actor, now, record }) => {
  const begun = await findBegunExchange(exchangeId, 'codings', actor, now)
  if (!begun || !(await store.deleteBegunExchange(exchangeId))) return refused({ refused: 'not-found' })
  const { processId, exchange } = begun
  await store.lockCodings()
  const { added, themes } = await takeInCodes(processId, exchange.codes, actor, now)
  const { changed, unchanged, rejected } = await weighReadings(processId, exchange, themes)
  const memos = await takeInMemos(processId, exchange, themes, actor, now)
  const asides = await takeInSetAsides(processId, exchange, actor, now)
  const quotes = await takeInQuotes(processId, exchange, actor, now)
  if (added + changed.length + memos.made + asides.made.length + quotes.made.length === 0) return refused({ refused: 'nothing-new' })
  const ended = changed.flatMap(({ endedIds }) => endedIds)
  await store.endCodings(ended, actor.person, now.at)
  const made = await store.putCodings(changed.flatMap(({ codings }) => codings.map((coding) => ({ ...coding, codedBy: actor.person, codedAt: now.at }))))
  const statementId = changed[0]?.statementId ?? asides.first ?? quotes.first
  if (statementId !== undefined)
    await store.putDeskAct({
      ...{ processId, statementId, kind: 'taken-in', madeCodings: made, endedCodings: ended, madeAsides: asides.made, madeQuotes: quotes.made },
      ...{ doneBy: actor.person, doneAt: now.at },
    })
  const counts = { changed: changed.length, setAsides: asides.made.length, quotes: quotes.made.length }
  await record('codings-taken-in', { kind: 'process', id: processId }, countWords(counts))
  return granted({
    ...{ added, ...counts, codings: made.length, unchanged, memos: memos.made },
    rejected: [rejected, asides.rejected, quotes.rejected, memos.rejected].flat().length,
  })
})

type Made = { readonly made: string[]; readonly first: string | undefined; readonly rejected: readonly Rejected[] }

/** Sets aside what the file does and nobody here has decided on. */
async function takeInSetAsides(processId: string, exchange: Exchange, actor: Actor, now: Moment): Promise<Made> {
  const { fresh, rejected } = await weighSetAsides(processId, exchange)
  const made = await store.putSetAsides(fresh.map(({ statementId, reason }) => ({ statementId, reason, setAsideBy: actor.person, setAsideAt: now.at })))
  return { made, first: fresh[0]?.statementId, rejected }
}

/** Puts the quotes of a file in the basket with their identities, where nothing else has them. */
async function takeInQuotes(processId: string, exchange: Exchange, actor: Actor, now: Moment): Promise<Made> {
  const { fresh, rejected } = await weighQuotes(processId, exchange)
  const made: string[] = []
  for (const { guid, statementId, from, to, why } of fresh) {
    const row = { processId, statementId, spanFrom: from, spanTo: to, why, putBy: actor.person, putAt: now.at }
    made.push((guid !== '' && (await store.putBasketQuote({ ...row, id: guid }))) || (await store.putBasketQuote(row)))
  }
  return { made, first: fresh[0]?.statementId, rejected }
}

/** Writes down the memos that are not there yet. An answer that has gone since the file was read takes its memos along. */
async function takeInMemos(processId: string, exchange: Exchange, themes: ReadonlyMap<string, WeighedCode>, actor: Actor, now: Moment) {
  const { fresh, rejected } = await weighMemos(processId, exchange, themes)
  for (const { text, statementId, code } of fresh)
    await store.putMemo({ processId, statementId, themeId: code === null ? null : themeOf(code, themes), text, writtenBy: actor.person, writtenAt: now.at })
  return { made: fresh.length, rejected }
}
