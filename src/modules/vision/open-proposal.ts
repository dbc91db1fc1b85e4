import { granted, refused } from '#kernel/result'
import * as store from './store.server.ts'

/** The proposal that a phrase belongs to, held for writing, if it is not handed in. Refuses `not-found` and `frozen`. */
export async function openProposalOf(phraseId: string) {
  const id = await store.findProposalOfPhrase(phraseId)
  const proposal = id && (await store.holdProposal(id))
  if (!proposal) return refused({ refused: 'not-found' })
  return (await store.lastVersionRow(proposal.id)) ? refused({ refused: 'frozen' }) : granted(proposal)
}
