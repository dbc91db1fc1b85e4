import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCodeStatement } from './access.ts'
import { roundIdForm, settlingForm, settlingNoiseForm } from './round-schema.ts'
import { likenessOf } from './rules/agreement.ts'
import { codesNow } from './rules/codes-now.ts'
import * as store from './store.server.ts'

type Stance = 'keep' | 'leave' | 'want' | null
type Settled = { readonly statementId: string; readonly codes: readonly { readonly themeId: string; readonly stance: Stance }[]; readonly noise?: string }

/**
 * Settles a statement that the two read otherwise than each other: from now on it is read so. Refuses `not-found`, `not-read-by-both`, `settled`, and
 * `retired` and `not-codable` for a theme that nothing is read as.
 */
export const settleStatement = command(mayCodeStatement, settlingForm, async ({ input: { roundId, statementId, readings }, actor, now, record }) => {
  const refusal = await settle(roundId, [{ statementId, codes: readings }], actor, now)
  if (refusal) return refused({ refused: refusal })
  await record('round-settled', { kind: 'statement', id: statementId })
  return granted(null)
})

/** Settles that a statement doesn't answer the question. Refuses as `settleStatement` does. */
export const settleAsNoise = command(mayCodeStatement, settlingNoiseForm, async ({ input: { roundId, statementId, reason }, actor, now, record }) => {
  const refusal = await settle(roundId, [{ statementId, codes: [], noise: reason }], actor, now)
  if (refusal) return refused({ refused: refusal })
  await record('round-settled', { kind: 'statement', id: statementId })
  return granted(null)
})

/** Writes in everything that the two read alike. Refuses `not-found`, `nothing-alike` and as `settleStatement` does. */
export const settleWhatIsAlike = command(mayCodeStatement, roundIdForm, async ({ input: { roundId }, actor, now, record }) => {
  if (!(await store.lockRound(roundId))) return refused({ refused: 'not-found' as const })
  const readings = await store.listRoundReadings(roundId)
  const done = new Set((await store.listRoundStatements(roundId)).filter(({ settledAt }) => settledAt !== null).map(({ statementId }) => statementId))
  const alike = new Set(likenessOf(readings).alike.filter((id) => !done.has(id)))
  const outOfUse = new Set(await store.listOutOfUse(readings.flatMap(({ codes }) => codes.map(({ themeId }) => themeId))))
  // What both have read as a theme that was taken out of use since is settled by hand, with the differences.
  const read = new Map(
    readings.filter(({ codes, statementId }) => alike.has(statementId) && !codes.some(({ themeId }) => outOfUse.has(themeId))).map((each) => [each.statementId, each]),
  )
  if (read.size === 0) return refused({ refused: 'nothing-alike' as const })
  const settled = [...read.values()].map(({ statementId, codes, isNoise, noiseReason }) => ({ statementId, codes, ...(isNoise && { noise: noiseReason ?? '' }) }))
  const refusal = await settle(roundId, settled, actor, now)
  if (refusal) return refused({ refused: refusal })
  await record('round-settled', { kind: 'round', id: roundId }, `${settled.length}`)
  return granted({ settled: settled.length })
})

async function settle(roundId: string, settled: readonly Settled[], actor: Actor, now: Moment) {
  const round = await store.lockRound(roundId)
  if (!round) return 'not-found' as const
  const ids = settled.map(({ statementId }) => statementId)
  await store.lockStatements(ids)
  const asked = [...new Set(settled.flatMap(({ codes }) => codes.map(({ themeId }) => themeId)))]
  const today = await store.listThemesNow(asked)
  const themes = await store.listThemeRows({ ids: [...new Set(today.values())] })
  if (today.size !== asked.length || themes.some(({ processId }) => processId !== round.processId)) return 'not-found' as const
  if (themes.some(({ retiredAt }) => retiredAt !== null)) return 'retired' as const
  if (themes.some(({ isCodable }) => !isCodable)) return 'not-codable' as const
  const read = Map.groupBy(await store.listRoundReadings(roundId), ({ statementId }) => statementId)
  if (ids.some((id) => read.get(id)?.length !== 2)) return 'not-read-by-both' as const
  if ((await store.settleStatements(roundId, ids, actor.person, now.at)).length !== ids.length) return 'settled' as const
  const [held, asides] = [await store.listHeld(ids), await store.listAsides(ids)]
  await store.endCodings(
    held.map(({ id }) => id),
    actor.person,
    now.at,
  )
  await store.endAsides(
    asides.map(({ id }) => id),
    actor.person,
    now.at,
  )
  await store.putCodings(
    settled.flatMap(({ statementId, codes }) =>
      codesNow(codes, today).map(({ themeId, stance }) => ({ statementId, themeId, stance, codedBy: actor.person, codedAt: now.at, suggestion: 'hidden' as const })),
    ),
  )
  await store.putSetAsides(settled.flatMap(({ statementId, noise }) => (noise === undefined ? [] : [{ statementId, reason: noise, setAsideBy: actor.person, setAsideAt: now.at }])))
  return undefined
}
