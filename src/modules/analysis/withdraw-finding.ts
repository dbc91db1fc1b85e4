import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayWriteFinding } from './access.ts'
import { findingWithdrawalForm } from './finding-schema.ts'
import * as store from './store.server.ts'

/** Takes a finding back, with the reason that everybody reads who could read the finding. Refuses `not-found` and `withdrawn`. */
export const withdrawFinding = command(mayWriteFinding, findingWithdrawalForm, async ({ input: { findingId, reason }, actor, now, record }) => {
  const finding = await store.lockFinding(findingId)
  if (!finding) return refused({ refused: 'not-found' })
  if (finding.withdrawnAt) return refused({ refused: 'withdrawn' })
  await store.withdrawFinding(findingId, actor.person, now.at, reason)
  await record('finding-withdrawn', { kind: 'finding', id: findingId }, reason)
  return granted(null)
})
