import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { readRawStatements } from '#participation'
import { wilsonInterval } from '#statistics'
import { allSuggestions, beginLearning } from './keep-suggestions.ts'
import * as store from './store.server.ts'

/** Bulks of suggestions, the latest first, with how their samples were judged. */
export async function readBulks(processId: string) {
  return (await store.listBulks(processId)).map(({ bulk, by, ...counts }) => ({ ...bulk, by, ...counts, ...wilsonInterval(counts.right, counts.judged) }))
}

/** A bulk with the sample to judge, in its own words; undefined for a number that isn't there. That the texts were read is written down. */
export async function readBulk(actor: Actor, processId: string, number: number, now: Moment) {
  const bulk = (await readBulks(processId)).find((each) => each.number === number)
  if (!bulk) return undefined
  const sample = await store.listSample(bulk.id)
  // What is decided is counted, and its texts are of no more use here.
  const shown = bulk.outcome === null ? sample : []
  const texts = new Map(
    (
      await readRawStatements(
        actor,
        shown.map(({ statementId }) => statementId),
        now,
      )
    ).map(({ id, text, group, question }) => [id, { text, group, question }]),
  )
  return { ...bulk, sample: shown.flatMap((each) => ({ ...each, ...(texts.get(each.statementId) ?? { text: '', group: '', question: '' }) })) }
}

const steps = [0.95, 0.9, 0.8, 0.7, 0.6, 0.5]

/** How many statements have a first suggestion of a certainty, by what was learnt last; undefined where nothing is learnt yet. It begins to learn what is new. */
export function countSure(processId: string): { readonly learntFrom: number; readonly sure: readonly { readonly certainty: number; readonly statements: number }[] } | undefined {
  beginLearning(processId)
  const suggested = allSuggestions(processId)
  if (suggested.length === 0) return undefined
  const certainties = suggested.map(({ suggestions: [first] }) => first?.certainty ?? 0)
  return {
    learntFrom: suggested[0]?.learntFrom ?? 0,
    sure: steps.map((certainty) => ({ certainty, statements: certainties.filter((each) => each >= certainty).length })),
  }
}
