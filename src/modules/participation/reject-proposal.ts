import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayRejectProposal } from './access.ts'
import { rejectionForm } from './opinion-schema.ts'
import * as store from './store.server.ts'

/** Says that what somebody who takes part has written is not to be voted on, with the reason that only they see. Refuses `already-reviewed`. */
export const rejectProposal = command(mayRejectProposal, rejectionForm, async ({ input, actor, now, record }) => {
  const { proposalId, reason } = input
  const found = await store.lockProposal(proposalId)
  if (!found) return refused({ refused: 'not-found' })
  if (found.number !== null || found.rejected !== null) return refused({ refused: 'already-reviewed' })
  if (!(await store.putOpinionRejection({ proposalId, reason, rejectedBy: actor.person, rejectedAt: now.at }))) return refused({ refused: 'already-reviewed' })
  await record('proposal-rejected', { kind: 'proposal', id: proposalId }, reason)
  return granted(null)
})
