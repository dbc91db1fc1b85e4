import { granted, refused } from '#kernel/result'
import { maskPersonalData } from '#text'
import { command } from '#trail'
import { mayReviewStatements } from './access.ts'
import { reviewForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Says of statements whether they may be shown (får visas), masked where needed; the last word holds. Where nobody
 * says how, what looks like personal data is masked. What is withheld has a reason. Refuses `one-at-a-time` when several are to get the same masked text, `not-found`.
 */
export const reviewStatements = command(mayReviewStatements, reviewForm, async ({ input, actor, now, record }) => {
  const { statementIds, verdict, reason } = input
  if (input.maskedText && statementIds.length > 1) return refused({ refused: 'one-at-a-time' })
  const found = await store.listStatementsByIds(statementIds)
  if (found.length !== new Set(statementIds).size) return refused({ refused: 'not-found' })
  const shownAs = (id: string, text: string) => {
    const shown = input.maskedText ?? input.maskedTexts[id] ?? maskPersonalData(text).text
    return verdict === 'withheld' || shown === text ? null : shown
  }
  await store.putReviews(found.map(({ id, text }) => ({ statementId: id, verdict, maskedText: shownAs(id, text), reason, reviewedBy: actor.person, reviewedAt: now.at })))
  for (const { id } of found) await record(verdict === 'may-be-shown' ? 'statement-cleared' : 'statement-withheld', { kind: 'statement', id }, reason)
  return granted({ count: found.length })
})
