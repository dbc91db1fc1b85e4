import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCreateProposal } from './access.ts'
import { proposalForm } from './schema.ts'
import * as store from './store.server.ts'

/** Makes a proposal with its phrases. Refuses `taken`. */
export const createProposal = command(mayCreateProposal, proposalForm, async ({ input, now, record }) => {
  const { text, ...proposal } = input
  const id = await store.putProposal({ ...proposal, createdAt: now.at })
  if (!id) return refused({ refused: 'taken' })
  const phrases = await store.putPhrases(text.map((phrase, position) => ({ proposalId: id, position, text: phrase })))
  await record('proposal-created', { kind: 'proposal', id })
  return granted({ id, slug: proposal.slug, phraseIds: phrases.map((phrase) => phrase.id) })
})
