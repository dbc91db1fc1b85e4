import { granted, refused } from '#kernel/result'
import { maskPersonalData } from '#text'
import { command } from '#trail'
import { mayReviewStatements } from './access.ts'
import { reviewForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Says of statements whether they may be shown (får visas), masked where needed; the last word holds. Where nobody
 * says how, what looks like personal data is masked, and what was masked before stays so. What is withheld has a reason: the
 * one who wrote is told it. Refuses `one-at-a-time` when several are to get the same masked text, `not-found`.
 */
export const reviewStatements = command(mayReviewStatements, reviewForm, async ({ input, actor, now, record }) => {
  const { statementIds, verdict, reason } = input
  if (input.maskedText && statementIds.length > 1) return refused({ refused: 'one-at-a-time' })
  const found = await store.listStatementsByIds(statementIds)
  if (found.length !== new Set(statementIds).size) return refused({ refused: 'not-found' })
  const shownAs = ({ id, text, maskedText }: (typeof found)[number]) => {
    if (verdict === 'withheld') return maskedText
    const shown = input.maskedText ?? input.maskedTexts[id] ?? maskedText ?? maskPersonalData(text).text
    return shown === text ? null : shown
  }
  await store.putReviews(found.map((row) => ({ statementId: row.id, verdict, maskedText: shownAs(row), reason, reviewedBy: actor.person, reviewedAt: now.at })))
  for (const { id } of found) await record(verdict === 'may-be-shown' ? 'statement-cleared' : 'statement-withheld', { kind: 'statement', id }, reason)
  return granted({ count: found.length })
})
