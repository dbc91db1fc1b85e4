import { invalid } from '#kernel/problems'
import { granted, refused } from '#kernel/result'
import { maskPersonalData } from '#text'
import { command } from '#trail'
import { mayReviewStatements } from './access.ts'
import { causeInWords } from './cause-words.ts'
import { forgettingBoards } from './read-opinion-board.ts'
import type { Cause } from './rules/cause.ts'
import { reviewForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Says of statements whether they may be shown (får visas), masked where needed; the last word holds. Where nobody
 * says how, what looks like personal data is masked, and what was masked before stays so. What is withheld, and what somebody masks, has a reason: the
 * one who wrote is told it. Refuses `reviewed-since` when what was seen of one stands no longer, `one-at-a-time` when several are to get the same masked text, `not-found`, and `invalid` where the reason is missing.
 */
export const reviewStatements = forgettingBoards(
  command(mayReviewStatements, reviewForm, async ({ input, actor, now, record }) => {
    const { statementIds, verdict } = input
    if (input.maskedText && statementIds.length > 1) return refused({ refused: 'one-at-a-time' })
    const found = await store.listStatementsByIds(statementIds)
    if (found.length !== new Set(statementIds).size) return refused({ refused: 'not-found' })
    const originals = new Map((await store.listOriginals(statementIds)).map(({ id, original }) => [id, original]))
    const since = found.filter(({ id, reviewId }) => (input.seen[id] ?? reviewId ?? '') !== (reviewId ?? '')).map(({ id }) => id)
    if (since.length > 0) return refused({ refused: 'reviewed-since' as const, since })
    const reviews = found.map((row) => {
      // Why a text was withheld doesn't say why words in it were masked.
      const because = row.verdict === 'withheld' ? { cause: null, reason: null } : { cause: row.cause, reason: row.reason }
      const before = row.isMasked ? { ...because, maskedText: row.text } : undefined
      const original = originals.get(row.id) ?? row.text
      const shown = input.maskedText ?? input.maskedTexts[row.id] ?? before?.maskedText
      return { row, ...saidOf({ original, before, shown, verdict, cause: input.cause, reason: input.reason }) }
    })
    if (reviews.some(({ missing }) => missing)) return refused(invalid([{ path: ['cause'], message: 'no-cause' }]))
    await store.putReviews(
      reviews.map(({ row, maskedText, cause, reason }) => ({ statementId: row.id, verdict, maskedText, cause, reason, reviewedBy: actor.person, reviewedAt: now.at })),
    )
    for (const { row, cause, reason } of reviews)
      await record(verdict === 'may-be-shown' ? 'statement-cleared' : 'statement-withheld', { kind: 'statement', id: row.id }, causeInWords({ cause, reason }) || null)
    return granted({ count: found.length })
  }),
)

type Because = { readonly cause: Cause | null; readonly reason: string | null }
type Reviewed = Because & {
  readonly verdict: 'may-be-shown' | 'withheld'
  readonly original: string
  readonly before: (Because & { readonly maskedText: string }) | undefined
  /** As somebody wrote it, or as it was masked before. */
  readonly shown: string | undefined
}

/** How a statement stands after a review. The reason is the reviewer's; what is masked as before keeps its own, and what only the machine has masked is personal data. */
function saidOf({ verdict, original, before, shown, cause, reason }: Reviewed): Because & { readonly maskedText: string | null; readonly missing: boolean } {
  const given = { cause, reason }
  if (verdict === 'withheld') return { ...given, maskedText: before?.maskedText ?? null, missing: cause === null }
  const byMachine = maskPersonalData(original).text
  const maskedText = shown ?? byMachine
  if (maskedText === original) return { cause: null, reason, maskedText: null, missing: false }
  if (cause) return { ...given, maskedText, missing: false }
  if (before?.maskedText === maskedText && before.cause) return { cause: before.cause, reason: before.reason, maskedText, missing: false }
  return { cause: 'personal-data', reason: null, maskedText, missing: maskedText !== byMachine }
}
