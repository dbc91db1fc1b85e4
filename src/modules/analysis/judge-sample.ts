import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCodeStatement } from './access.ts'
import * as store from './store.server.ts'
import { judgingForm } from './suggestion-schema.ts'

/** Says of suggestions in a sample whether they are right; it may be said anew until the bulk is decided. Refuses `not-found` and `decided`. */
export const judgeSample = command(mayCodeStatement, judgingForm, async ({ input: { bulkId, judgements }, actor, now, record }) => {
  const bulk = await store.lockBulk(bulkId)
  if (!bulk) return refused({ refused: 'not-found' })
  if (bulk.outcome !== null) return refused({ refused: 'decided' })
  for (const { statementId, isRight } of judgements)
    if (!(await store.judgeSampled(bulkId, statementId, { isRight, judgedBy: actor.person, judgedAt: now.at }))) return refused({ refused: 'not-found' })
  await record('sample-judged', { kind: 'bulk', id: bulkId }, `${judgements.length}`)
  return granted({ number: bulk.number })
})
