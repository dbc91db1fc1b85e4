import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { readRawStatements } from '#participation'
import { modelOf } from './model-endpoint.ts'
import { searchStep } from './search-themes.ts'
import * as store from './store.server.ts'

const quotesShown = 3

/** The last search for themes with what it proposes, each undecided proposal with quotes: that they were read is written down. Undefined when none was made. */
export async function readProposals(actor: Actor, processId: string, now: Moment) {
  const run = await store.findProposalRun({ processId })
  if (!run) return undefined
  const listed = await store.listProposals(run.id)
  const open = listed.filter(({ proposal }) => proposal.fate === null).map(({ proposal }) => proposal.id)
  const quotes = await store.listProposalQuotes(open, quotesShown)
  const texts = new Map(
    (
      await readRawStatements(
        actor,
        quotes.map(({ statementId }) => statementId),
        now,
      )
    ).map(({ id, text, group }) => [id, { text, group }]),
  )
  return {
    ...run,
    step: run.endedAt === null ? searchStep(run.id) : undefined,
    proposals: listed.map(({ proposal, statements }) => ({
      ...proposal,
      statements,
      quotes: quotes.flatMap(({ proposalId, statementId }) => (proposalId === proposal.id ? (texts.get(statementId) ?? []) : [])),
    })),
  }
}

/** The language model that was set up, by name and host; undefined when none was. */
export function readModel(): { readonly name: string; readonly host: string } | undefined {
  const model = modelOf(process.env)
  return model && { name: model.name, host: model.url.host }
}
