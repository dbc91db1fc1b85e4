import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayReviewStatements } from './access.ts'
import { reviewForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Says of statements whether they may be shown (får visas), masked where needed; the last word holds.
 * Refuses `one-at-a-time` when several are to get the same masked text, `not-found`.
 */
export const reviewStatements = command(mayReviewStatements, reviewForm, async ({ input, actor, now, record }) => {
  const { statementIds, verdict, maskedText, reason } = input
  if (maskedText && statementIds.length > 1) return refused({ refused: 'one-at-a-time' })
  const found = await store.listStatementsByIds(statementIds)
  if (found.length !== new Set(statementIds).size) return refused({ refused: 'not-found' })
  await store.putReviews(found.map(({ id, text }) => ({ statementId: id, verdict, maskedText: maskedText === text ? null : maskedText, reason, reviewedBy: actor.person, reviewedAt: now.at })))
  for (const { id } of found) await record(verdict === 'may-be-shown' ? 'statement-cleared' : 'statement-withheld', { kind: 'statement', id }, reason)
  return granted({ count: found.length })
})
