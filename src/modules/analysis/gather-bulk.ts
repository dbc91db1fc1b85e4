import { randomInt } from 'node:crypto'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCodeStatement } from './access.ts'
import { allSuggestions, learnNow } from './keep-suggestions.ts'
import { drawSample } from './rules/draw-sample.ts'
import * as store from './store.server.ts'
import { bulkForm } from './suggestion-schema.ts'

const sampleSize = 30

/**
 * Gathers the first suggestions of all statements that nobody has decided on, from a certainty up, and draws a sample of them to judge. Nothing is coded by it.
 * What lies in a round that two read blind is left out. Refuses `not-found`, `not-learnt` and `nothing-that-sure`.
 */
export async function gatherBulk(actor: Actor, input: Parameters<typeof gather>[1], now: Moment): ReturnType<typeof gather> {
  const asked = bulkForm.safeParse(input)
  // Before the transaction, which holds others up.
  if (asked.success && mayCodeStatement(actor)) await learnNow(asked.data.processId)
  return gather(actor, input, now)
}

const gather = command(mayCodeStatement, bulkForm, async ({ input: { processId, certainty: percent }, actor, now, record }) => {
  const [suggested, drawn, decided] = [allSuggestions(processId), await store.listDrawnStatements(processId), await store.listDecided()]
  if (suggested.length === 0) return refused({ refused: 'not-learnt' as const })
  const certainty = percent / 100
  const sure = suggested.flatMap(({ statementId, suggestions: [first] }) =>
    first && first.certainty >= certainty && !drawn.has(statementId) && !decided.has(statementId) ? [{ statementId, themeId: first.themeId, certainty: first.certainty }] : [],
  )
  if (sure.length === 0) return refused({ refused: 'nothing-that-sure' as const })
  const [number, seed] = [await store.nextBulkNumber(processId), randomInt(2 ** 31 - 1)]
  const ids = sure.map(({ statementId }) => statementId)
  const placeOf = new Map(drawSample(ids, sampleSize, seed).map((id, place) => [id, place]))
  const id = await store.putBulk(
    { processId, number, certainty, seed, learntFrom: suggested[0]?.learntFrom ?? 0, gatheredBy: actor.person, gatheredAt: now.at },
    sure.map((each) => ({ ...each, position: placeOf.get(each.statementId) ?? null })),
  )
  await record('suggestions-gathered', { kind: 'bulk', id }, `${sure.length}`)
  return granted({ id, number })
})
