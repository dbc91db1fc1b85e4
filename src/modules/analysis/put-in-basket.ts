import { granted, refused } from '#kernel/result'
import { readStatementsByIds } from '#participation'
import { command } from '#trail'
import { mayPutInBasket } from './access.ts'
import { basketForm } from './schema.ts'
import * as store from './store.server.ts'

/** Puts a statement, or a part of its text, in the basket of quotes with why it was chosen. Refuses `not-found` and `span-outside`. */
export const putInBasket = command(mayPutInBasket, basketForm, async ({ input: { statementId, from, to, why }, actor, now, record }) => {
  const [statement] = await readStatementsByIds([statementId])
  if (!statement) return refused({ refused: 'not-found' })
  if (to !== null && to > statement.length) return refused({ refused: 'span-outside' })
  const id = await store.putBasketQuote({ processId: statement.processId, statementId, spanFrom: from, spanTo: to, why, putBy: actor.person, putAt: now.at })
  await record('quote-put-in-basket', { kind: 'statement', id: statementId })
  return granted({ id })
})
