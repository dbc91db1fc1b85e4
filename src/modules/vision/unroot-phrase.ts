import { granted } from '#kernel/result'
import { command } from '#trail'
import { mayUnrootPhrase } from './access.ts'
import { openProposalOf } from './open-proposal.ts'
import { rootForm } from './schema.ts'
import * as store from './store.server.ts'

/** Takes a theme away from under a phrase. Refuses `frozen` once the proposal is handed in. */
export const unrootPhrase = command(mayUnrootPhrase, rootForm, async ({ input, record }) => {
  const open = await openProposalOf(input.phraseId)
  if (!open.granted) return open
  await store.deleteRoot(input.phraseId, input.themeId)
  await record('phrase-unrooted', { kind: 'phrase', id: input.phraseId })
  return granted(null)
})
