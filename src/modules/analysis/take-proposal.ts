import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCreateTheme } from './access.ts'
import { createTheme } from './create-theme.ts'
import { takingForm } from './proposal-schema.ts'
import * as store from './store.server.ts'

/**
 * Takes a proposal as a theme of the codebook of the process it was made for, in the words that somebody has given it. Of two who take the same, one makes a
 * theme. Refuses `not-found` and `decided`, and as `createTheme` does.
 */
export const takeProposal = command(mayCreateTheme, takingForm, async ({ input: { proposalId, ...words }, actor, now, record }) => {
  const proposal = await store.lockProposal(proposalId)
  if (!proposal) return refused({ refused: 'not-found' as const })
  if (proposal.fate !== null) return refused({ refused: 'decided' as const })
  const made = await createTheme(actor, { ...words, processId: proposal.processId, examples: '', dimension: 'tema', parentId: '', isCodable: true }, now)
  if (!made.granted) return made
  await store.decideProposal(proposalId, { fate: 'taken', themeId: made.value.id, decidedBy: actor.person, decidedAt: now.at })
  await record('proposal-taken', { kind: 'proposal', id: proposalId })
  return granted({ themeId: made.value.id })
})
