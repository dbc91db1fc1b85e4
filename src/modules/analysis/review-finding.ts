import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayReviewFinding } from './access.ts'
import { findingReviewForm } from './finding-schema.ts'
import * as store from './store.server.ts'

/**
 * A second person's verdict on a finding as it reads now: approved, or sent back with the reason. Whoever wrote the version never reviews it.
 * Refuses `not-found`, `withdrawn`, `stale` with what stands now, `own-finding` and `reviewed`.
 */
export const reviewFinding = command(mayReviewFinding, findingReviewForm, async ({ input, actor, now, record }) => {
  const { findingId, revision, verdict } = input
  const finding = await store.lockFinding(findingId)
  if (!finding) return refused({ refused: 'not-found' })
  if (finding.withdrawnAt) return refused({ refused: 'withdrawn' })
  const { latest } = finding
  if (latest.revision !== revision) return refused({ refused: 'stale', now: [latest.claim, latest.whoDisagrees, latest.notKnown].join(' ') })
  if (latest.writtenBy === actor.person) return refused({ refused: 'own-finding' })
  const reason = verdict === 'sent-back' ? input.reason : null
  const review = { findingId, revision, verdict, reason, writtenBy: latest.writtenBy, reviewedBy: actor.person, reviewedAt: now.at }
  if (!(await store.putFindingReview(review))) return refused({ refused: 'reviewed' })
  await record(verdict === 'approved' ? 'finding-approved' : 'finding-sent-back', { kind: 'finding', id: findingId }, reason)
  return granted(null)
})
