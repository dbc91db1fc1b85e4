import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayTakeOutOfBasket } from './access.ts'
import { takeOutForm } from './schema.ts'
import * as store from './store.server.ts'

/** Takes a quote out of the basket. The row stays with who did it and when. Refuses `not-found`. */
export const takeOutOfBasket = command(mayTakeOutOfBasket, takeOutForm, async ({ input, actor, now, record }) => {
  const statementId = await store.markTakenOut(input.quoteId, actor.person, now.at)
  if (!statementId) return refused({ refused: 'not-found' })
  await record('quote-taken-out-of-basket', { kind: 'statement', id: statementId })
  return granted(null)
})
