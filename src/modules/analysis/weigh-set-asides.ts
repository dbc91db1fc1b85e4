import { readStatementsByIds } from '#participation'
import type { Exchange, FileQuote, FileSetAside } from './rules/exchange.ts'
import * as store from './store.server.ts'

const mostLetters = 300

/** What a file sets aside that nobody has decided on here, neither here nor by its own codings. Four statements. */
export async function weighSetAsides(processId: string, { setAsides, readings, rejected }: Exchange): Promise<FileSetAside[]> {
  if (setAsides.length === 0) return []
  const ids = setAsides.map(({ statementId }) => statementId)
  const own = await ownStatements(processId, ids)
  const decided = new Set([...(await store.listHeld(ids)).map(({ statementId }) => statementId), ...(await store.listAsideIds(ids))])
  const spokenOf = new Set([...readings, ...rejected].map(({ statementId }) => statementId))
  const free = setAsides.filter(({ statementId, reason }) => own.has(statementId) && !decided.has(statementId) && !spokenOf.has(statementId) && reason.length <= mostLetters)
  return [...new Map(free.map((each) => [each.statementId, each])).values()]
}

/** The quotes of a file that are not in the basket yet, word for word and in the same place. Two statements. */
export async function weighQuotes(processId: string, { quotes }: Exchange): Promise<FileQuote[]> {
  if (quotes.length === 0) return []
  const says = ({ statementId, from, to, why }: FileQuote) => JSON.stringify([statementId, from, to, why])
  const own = await ownStatements(
    processId,
    quotes.map(({ statementId }) => statementId),
  )
  const there = new Set((await store.listBasketRows(processId)).map(({ statementId, spanFrom, spanTo, why }) => says({ statementId, from: spanFrom, to: spanTo, why })))
  const fresh = quotes.filter((quote) => own.has(quote.statementId) && quote.why.length <= mostLetters && !there.has(says(quote)))
  return [...new Map(fresh.map((quote) => [says(quote), quote])).values()]
}

async function ownStatements(processId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const statements = await readStatementsByIds([...new Set(ids)])
  return new Set(statements.filter((statement) => statement.processId === processId).map(({ id }) => id))
}
