import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayWritePhrases } from './access.ts'
import { phrasesForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Writes the phrases of a proposal anew. Phrases keep their roots by their place; what is cut off loses them.
 * Refuses `frozen` once it is handed in, and `stale` with what stands now when somebody wrote in between.
 */
export const writePhrases = command(mayWritePhrases, phrasesForm, async ({ input, record }) => {
  const { proposalId, text, revision } = input
  const proposal = await store.holdProposal(proposalId)
  if (!proposal) return refused({ refused: 'not-found' })
  if (await store.lastVersionRow(proposalId)) return refused({ refused: 'frozen' })
  const before = await store.listPhraseRows([proposalId])
  if (proposal.revision !== revision) return refused({ refused: 'stale', now: before.map((phrase) => phrase.text).join('\n') })
  for (const [position, phrase] of text.entries()) {
    const old = before[position]
    if (old && old.text !== phrase) await store.updatePhrase(old.id, phrase)
    if (!old) await store.putPhrases([{ proposalId, position, text: phrase }])
  }
  await store.deletePhrases(before.slice(text.length).map(({ id }) => id))
  await store.raiseRevision(proposalId, revision)
  await record('phrases-written', { kind: 'proposal', id: proposalId })
  return granted(null)
})
