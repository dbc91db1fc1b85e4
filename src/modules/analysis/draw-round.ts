import { randomInt } from 'node:crypto'
import { granted, refused } from '#kernel/result'
import { readUnits } from '#participation'
import { readPeople } from '#people'
import { command } from '#trail'
import { mayDrawRound } from './access.ts'
import { roundForm } from './round-schema.ts'
import { drawSample } from './rules/draw-sample.ts'
import * as store from './store.server.ts'

/**
 * Draws a sample that two coders read blind to each other and to suggestions. What is set aside, or lies in another round that goes on, is not drawn.
 * Refuses `not-found`, `not-a-coder`, and `too-few-statements`.
 */
export const drawRound = command(mayDrawRound, roundForm, async ({ input: { processId, coderIds, size, wanted }, actor, now, record }) => {
  const coders = (await readPeople(now.day)).filter(({ id }) => coderIds.includes(id))
  if (coders.length !== 2) return refused({ refused: 'not-found' })
  if (coders.some(({ assignments }) => !assignments.some(({ role }) => role === 'analyst' || role === 'process-leader'))) return refused({ refused: 'not-a-coder' })
  const [units, drawn, aside] = [await readUnits(processId), await store.listDrawnStatements(processId), await store.listSetAside()]
  const out = new Set([...drawn, ...aside.map(({ statementId }) => statementId)])
  const free = units.map(({ statementId }) => statementId).filter((id) => !out.has(id))
  if (free.length < size) return refused({ refused: 'too-few-statements' })
  const [number, seed] = [await store.nextRoundNumber(processId), randomInt(2 ** 31 - 1)]
  const id = await store.putRound({ processId, number, seed, wanted, drawnBy: actor.person, drawnAt: now.at })
  await store.putRoundParts(id, coderIds, drawSample(free, size, seed))
  await record('round-drawn', { kind: 'round', id })
  return granted({ id, number })
})
