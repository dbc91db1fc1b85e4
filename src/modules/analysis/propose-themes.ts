import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { granted, refused } from '#kernel/result'
import { readMaterial } from '#participation'
import { command } from '#trail'
import { mayCreateTheme } from './access.ts'
import { modelOf } from './model-endpoint.ts'
import { proposalForm, proposalRunForm, runIdForm } from './proposal-schema.ts'
import { searchStep, searchThemes, stopSearch } from './search-themes.ts'
import * as store from './store.server.ts'

/**
 * Begins to search for themes in the statements that nobody has decided on, by their words or by the model that was set up. It goes on beside; what is found
 * are proposals, and nothing is coded. Refuses `no-model`, `nothing-uncoded`, and `going-on` when somebody else has begun.
 */
export async function proposeThemes(actor: Actor, input: Parameters<typeof begin>[1], now: Moment) {
  const begun = await begin(actor, input, now)
  if (begun.granted) void searchThemes(begun.value.id, begun.value.statements, begun.value.model)
  return begun
}

const begin = command(mayCreateTheme, proposalRunForm, async ({ input: { processId, source }, actor, now, record }) => {
  const model = source === 'model' ? modelOf(process.env) : undefined
  if (source === 'model' && !model) return refused({ refused: 'no-model' as const })
  const decided = await store.listDecided()
  const statements = (await readMaterial(processId)).statements.filter(({ id }) => !decided.has(id))
  if (statements.length === 0) return refused({ refused: 'nothing-uncoded' as const })
  const last = await store.findProposalRun({ processId })
  // Of a server that stopped in the middle.
  if (last?.endedAt === null && searchStep(last.id) === undefined && Date.parse(now.at) - Date.parse(last.begunAt) > longestMs)
    await store.endProposalRun(last.id, { endedAt: now.at, outcome: 'failed', fault: 'broken' })
  const id = await store.putProposalRun({ processId, source, model: model?.name ?? null, host: model?.url.host ?? null, begunBy: actor.person, begunAt: now.at })
  if (!id) return refused({ refused: 'going-on' as const })
  await record('theme-search-begun', { kind: 'theme-search', id }, model?.name)
  return granted({ id, statements, model })
})

const longestMs = 600_000

/** Cancels a search that goes on: nothing of it is kept. Refuses `not-found` and `ended`. */
export const cancelSearch = command(mayCreateTheme, runIdForm, async ({ input: { runId }, now, record }) => {
  if (!(await store.findProposalRun({ id: runId }))) return refused({ refused: 'not-found' })
  if (!(await store.endProposalRun(runId, { endedAt: now.at, outcome: 'cancelled' }))) return refused({ refused: 'ended' })
  stopSearch(runId)
  await record('theme-search-cancelled', { kind: 'theme-search', id: runId })
  return granted(null)
})

/** Says what became of a proposal that is not taken: merged with a theme of the codebook, or dropped. Refuses `not-found` and `decided`. */
export const decideProposal = command(mayCreateTheme, proposalForm, async ({ input: { proposalId, fate, themeId }, actor, now, record }) => {
  const proposal = await store.lockProposal(proposalId)
  if (!proposal) return refused({ refused: 'not-found' })
  if (proposal.fate !== null) return refused({ refused: 'decided' })
  if (themeId !== null && (await store.listThemeRows({ ids: [themeId] }))[0]?.processId !== proposal.processId) return refused({ refused: 'not-found' })
  await store.decideProposal(proposalId, { fate, themeId, decidedBy: actor.person, decidedAt: now.at })
  await record(`proposal-${fate}`, { kind: 'proposal', id: proposalId })
  return granted(null)
})
