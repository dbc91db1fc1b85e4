import { guidOfKind } from './guid-of.ts'
import { readLengths } from './read-lengths.ts'
import type { Exchange, FileQuote, Rejected, RejectReason, Weighed } from './rules/exchange.ts'
import * as store from './store.server.ts'
import { mostLetters } from './weigh-set-asides.ts'

type Row = Awaited<ReturnType<typeof store.listBasketHistory>>[number]
type Place = Pick<FileQuote, 'statementId' | 'from' | 'to' | 'why'>

const says = ({ statementId, from, to, why }: Place) => JSON.stringify([statementId, from, to, why])

/** The quotes of a file that are not in the basket yet, by their identity or word for word in the same place. What was taken out here stays out. Two statements. */
export async function weighQuotes(processId: string, { quotes }: Exchange): Promise<Weighed<FileQuote>> {
  if (quotes.length === 0) return { fresh: [], rejected: [], ended: 0 }
  const once = [...new Map(quotes.map((quote) => [JSON.stringify([quote.guid, says(quote)]), quote])).values()]
  const lengths = await readLengths(
    processId,
    once.map(({ statementId }) => statementId),
  )
  const placeOf = ({ statementId, spanFrom, spanTo, why }: Row): Place => {
    const isWhole = spanFrom === 0 && spanTo === lengths.get(statementId)
    return { statementId, from: isWhole ? null : spanFrom, to: isWhole ? null : spanTo, why }
  }
  const here = rowsHere(once, await store.listBasketHistory(processId), (row) => says(placeOf(row)))
  const problemOf = (quote: FileQuote, row: Row | undefined): RejectReason | undefined => {
    if (!lengths.has(quote.statementId)) return 'unknown-statement'
    if (lengths.get(quote.statementId) !== quote.length) return 'quote-of-other-text'
    if (row && says(placeOf(row)) !== says(quote)) return 'other-quote'
    return quote.why.length > mostLetters ? 'long-reason' : undefined
  }
  const rejected: Rejected[] = []
  const fresh: FileQuote[] = []
  let ended = 0
  for (const quote of once) {
    const row = here.get(quote)
    const isEnded = row !== undefined && row.takenOutAt !== null
    const reason = isEnded ? undefined : problemOf(quote, row)
    if (isEnded) ended += 1
    else if (reason) rejected.push({ where: quote.statementId, reason })
    else if (!row) fresh.push(quote)
  }
  return { fresh, rejected, ended }
}

/** Which row of the basket each quote of a file is: first by identity, then by what it says. A row is one quote and no more, so two that say the same are two. */
function rowsHere(quotes: readonly FileQuote[], rows: readonly Row[], saysOf: (row: Row) => string): ReadonlyMap<FileQuote, Row> {
  const free = new Set(rows)
  const byGuid = new Map(rows.flatMap((row) => [[row.id, row] as const, [guidOfKind('quote', row.id), row] as const]))
  const bySays = Map.groupBy(rows, saysOf)
  const here = new Map<FileQuote, Row>()
  const match = (quote: FileQuote, row: Row | undefined) => {
    if (row && free.delete(row)) here.set(quote, row)
  }
  for (const quote of quotes) {
    const row = byGuid.get(quote.guid)
    if (row?.statementId === quote.statementId) match(quote, row)
  }
  for (const quote of quotes)
    if (!here.has(quote))
      match(
        quote,
        bySays.get(says(quote))?.find((row) => free.has(row)),
      )
  return here
}
