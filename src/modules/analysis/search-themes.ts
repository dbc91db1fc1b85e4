import { Worker } from 'node:worker_threads'
import { presentMoment } from '#http/clock'
import { maskPersonalData } from '#text'
import { findWorker } from './find-worker.ts'
import { askModel, type Model } from './model-endpoint.ts'
import type { ProposalMessage } from './proposal-worker.ts'
import type { Cited } from './read-cited.ts'
import { drawSample } from './rules/draw-sample.ts'
import * as store from './store.server.ts'

export type SearchStep = 'reading' | 'grouping' | 'asking'
type Going = { step: SearchStep; readonly stop: AbortController }
type Statement = { readonly id: string; readonly text: string }
type Outcome = { readonly cited: Cited } | { readonly fault: string }

const going = new Map<string, Going>()
// More is more than a model reads with care.
const mostForModel = 300

/** How far a search of this process of ours has come; undefined when it doesn't go on here. */
export function searchStep(runId: string): SearchStep | undefined {
  return going.get(runId)?.step
}

/** Stops a search that goes on here. */
export function stopSearch(runId: string): void {
  going.get(runId)?.stop.abort()
}

/** Searches for themes in statements beside what is going on, and keeps what is found as proposals unless somebody has cancelled it meanwhile. */
export async function searchThemes(runId: string, statements: readonly Statement[], model: Model | undefined): Promise<void> {
  const own: Going = { step: model ? 'asking' : 'reading', stop: new AbortController() }
  going.set(runId, own)
  try {
    const read = model ? drawnFor(statements) : statements
    const outcome: Outcome = model
      ? await askModel(
          model,
          // Also what nobody has looked through and masked yet: it may leave the house.
          read.map(({ text }) => maskPersonalData(text).text),
          own.stop.signal,
        )
      : { cited: await found(own, read) }
    await keep(runId, read, outcome)
  } catch (fault) {
    if (own.stop.signal.aborted) return
    console.error('Themes could not be searched for:', fault)
    await keep(runId, statements, { fault: 'broken' }).catch(() => undefined)
  } finally {
    going.delete(runId)
  }
}

function drawnFor(statements: readonly Statement[]): Statement[] {
  const drawn = new Set(
    drawSample(
      statements.map(({ id }) => id),
      mostForModel,
      1,
    ),
  )
  return statements.filter(({ id }) => drawn.has(id))
}

async function keep(runId: string, read: readonly Statement[], outcome: Outcome): Promise<void> {
  const endedAt = presentMoment().at
  await store.transaction(async () => {
    if ('fault' in outcome) {
      await store.endProposalRun(runId, { endedAt, outcome: 'failed', fault: outcome.fault, statements: read.length })
      return
    }
    const { proposals, droppedCitations, droppedProposals } = outcome.cited
    if (!(await store.endProposalRun(runId, { endedAt, outcome: 'done', statements: read.length, droppedCitations, droppedProposals }))) return
    for (const [position, { name, description, words = [], statements }] of proposals.entries())
      await store.putProposal(
        { runId, position, name: name.slice(0, 80), description: description.slice(0, 600), words: [...words] },
        statements.flatMap((at) => read[at]?.id ?? []),
      )
  })
}

function found(own: Going, read: readonly Statement[]): Promise<Cited> {
  const worker = new Worker(findWorker('proposal-worker'), { workerData: read.map(({ text }) => text), execArgv: [] })
  worker.unref()
  own.stop.signal.addEventListener('abort', () => void worker.terminate())
  return new Promise((done, fail) => {
    worker.once('error', fail)
    worker.once('exit', (code) => fail(new Error(`The search ended with ${code}.`)))
    worker.on('message', (message: ProposalMessage) => {
      if ('step' in message) own.step = message.step
      else done({ proposals: message.found, droppedCitations: 0, droppedProposals: 0 })
    })
  })
}
