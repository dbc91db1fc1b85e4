import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { readRawStatements } from '#participation'
import * as store from './store.server.ts'

export type BasketQuote = {
  readonly id: string
  readonly statementId: string
  readonly text: string
  readonly group: string
  readonly why: string
  readonly putBy: string
  readonly putAt: string
}

/** The basket of quotes of a process, the first put in it first; three statements. */
export async function readBasket(actor: Actor, processId: string, now: Moment): Promise<BasketQuote[]> {
  const rows = await store.listBasketRows(processId)
  const texts = new Map((await readRawStatements(actor, [...new Set(rows.map(({ statementId }) => statementId))], now)).map((each) => [each.id, each]))
  return rows.flatMap(({ spanFrom, spanTo, ...row }) => {
    const statement = texts.get(row.statementId)
    return statement ? [{ ...row, group: statement.group, text: spanFrom === null || spanTo === null ? statement.text : statement.text.slice(spanFrom, spanTo) }] : []
  })
}
