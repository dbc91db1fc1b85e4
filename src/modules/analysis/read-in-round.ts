import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCodeStatement } from './access.ts'
import { roundNoiseForm, roundReadingForm } from './round-schema.ts'
import * as store from './store.server.ts'

type Read = { readonly roundId: string; readonly statementId: string; readonly isNoise: boolean; readonly noiseReason: string | null }

/**
 * One coder's blind reading of a statement in a round. It may be changed until the other has read it too. Refuses `not-found` for a round, a statement
 * or a theme that isn't there and for whoever isn't one of the two, `retired`, `ended`, and `both-have-read`.
 */
export const readInRound = command(mayCodeStatement, roundReadingForm, async ({ input: { readings, ...at }, actor, now, record }) => {
  const round = await store.lockRound(at.roundId)
  const themes = await store.listThemeRows({ ids: readings.map(({ themeId }) => themeId) })
  const usable = themes.filter(({ processId, isCodable }) => processId === round?.processId && isCodable)
  if (usable.length !== readings.length) return refused({ refused: 'not-found' as const })
  if (themes.some(({ retiredAt }) => retiredAt !== null)) return refused({ refused: 'retired' as const })
  const refusal = await put({ ...at, isNoise: false, noiseReason: null }, readings, actor, now)
  if (refusal) return refused({ refused: refusal })
  await record('statement-read-in-round', { kind: 'statement', id: at.statementId })
  return granted(null)
})

/** The same for what doesn't answer the question. */
export const readAsNoiseInRound = command(mayCodeStatement, roundNoiseForm, async ({ input: { reason, ...at }, actor, now, record }) => {
  const refusal = await put({ ...at, isNoise: true, noiseReason: reason }, [], actor, now)
  if (refusal) return refused({ refused: refusal })
  await record('statement-read-in-round', { kind: 'statement', id: at.statementId })
  return granted(null)
})

async function put(read: Read, codes: readonly { themeId: string; stance: 'keep' | 'leave' | 'want' | null }[], actor: Actor, now: Moment) {
  const round = await store.lockRound(read.roundId)
  if (!round || !(await store.listRoundCoders(round.id)).includes(actor.person)) return 'not-found' as const
  if (round.endedAt !== null) return 'ended' as const
  if (!(await store.listRoundStatements(round.id)).some(({ statementId }) => statementId === read.statementId)) return 'not-found' as const
  const others = (await store.listRoundReadings(round.id)).filter(({ statementId }) => statementId === read.statementId)
  if (others.length === 2) return 'both-have-read' as const
  await store.putRoundReading({ ...read, coderId: actor.person, readAt: now.at }, codes)
  return undefined
}
