import { readThemes } from '#analysis'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayRootPhrase } from './access.ts'
import { openProposalOf } from './open-proposal.ts'
import { rootForm } from './schema.ts'
import * as store from './store.server.ts'

/** Says that a phrase rests on a theme. Refuses `frozen` once the proposal is handed in. */
export const rootPhrase = command(mayRootPhrase, rootForm, async ({ input, actor, now, record }) => {
  const open = await openProposalOf(input.phraseId)
  if (!open.granted) return open
  const [theme] = await readThemes({ ids: [input.themeId] })
  if (!theme || theme.processId !== open.value.processId) return refused({ refused: 'not-found' })
  await store.putRoot({ ...input, rootedBy: actor.person, rootedAt: now.at })
  await record('phrase-rooted', { kind: 'phrase', id: input.phraseId })
  return granted(null)
})
