import type { Actor } from '#kernel/actor'
import { identityField } from '#kernel/fields'
import type { Moment } from '#kernel/moment'
import type { Exchange } from './rules/exchange.ts'
import * as store from './store.server.ts'
import { type WeighedCode, weighCodes } from './weigh-codes.ts'
import { weighMemos } from './weigh-memos.ts'
import { weighQuotes } from './weigh-quotes.ts'
import { type WeighedReadings, weighReadings } from './weigh-readings.ts'
import { weighSetAsides } from './weigh-set-asides.ts'

export type BegunExchange = {
  readonly id: string
  readonly processId: string
  readonly fileName: string
  readonly exchange: Exchange
}

// A file that was begun before an upgrade says nothing of these.
const without = { setAsides: [], quotes: [] }

/** A file that somebody is looking at; nothing for anybody else's, or one whose day has gone. */
export async function findBegunExchange(id: string, kind: 'codebook' | 'codings', actor: Actor, now: Moment): Promise<BegunExchange | undefined> {
  const row = identityField.safeParse(id).success ? await store.findBegunExchange(id, actor.person, now.day) : undefined
  return row?.kind === kind ? { id, processId: row.processId, fileName: row.fileName, exchange: { ...without, ...(JSON.parse(row.content) as Exchange) } } : undefined
}

type Count = 'memos' | 'setAsides' | 'quotes' | 'endedAsides' | 'endedQuotes'
type WeighedExchange = WeighedReadings & { readonly codes: readonly WeighedCode[] } & Readonly<Record<Count, number>>

/** What would become of a file if it were taken in now. */
export async function weighExchange({ processId, exchange }: BegunExchange): Promise<WeighedExchange> {
  const codes = await weighCodes(processId, exchange.codes)
  const byGuid = new Map(codes.map((one) => [one.code.guid, one]))
  const [readings, memos] = [await weighReadings(processId, exchange, byGuid), await weighMemos(processId, exchange, byGuid)]
  const [asides, quotes] = [await weighSetAsides(processId, exchange), await weighQuotes(processId, exchange)]
  return {
    ...{ codes, ...readings, rejected: [...readings.rejected, ...asides.rejected, ...quotes.rejected, ...memos.rejected], memos: memos.fresh.length },
    ...{ setAsides: asides.fresh.length, endedAsides: asides.ended, quotes: quotes.fresh.length, endedQuotes: quotes.ended },
  }
}

/** Forgets files that were looked at and not taken in. Answers with how many they were. */
export async function forgetOldExchanges(now: Moment): Promise<number> {
  return store.deleteBegunExchangesBefore(now.day)
}
