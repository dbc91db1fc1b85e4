import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCodeStatement } from './access.ts'
import { roundIdForm, settlingForm, settlingNoiseForm } from './round-schema.ts'
import { agreementOf } from './rules/agreement.ts'
import * as store from './store.server.ts'

type Stance = 'keep' | 'leave' | 'want' | null
type Settled = { readonly statementId: string; readonly codes: readonly { readonly themeId: string; readonly stance: Stance }[]; readonly noise?: string }

/** Settles a statement that the two read otherwise than each other: from now on it is read so. Refuses `not-found`, `not-read-by-both`, and `settled`. */
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
  const alike = agreementOf(readings, { draws: 0 }).alike.filter((id) => !done.has(id))
  if (alike.length === 0) return refused({ refused: 'nothing-alike' as const })
  const settled = alike.flatMap((statementId) => {
    const read = readings.find((reading) => reading.statementId === statementId)
    return read ? [{ statementId, codes: read.codes, ...(read.isNoise && { noise: read.noiseReason ?? '' }) }] : []
  })
  const refusal = await settle(roundId, settled, actor, now)
  if (refusal) return refused({ refused: refusal })
  await record('round-settled', { kind: 'round', id: roundId }, `${settled.length}`)
  return granted({ settled: settled.length })
})

async function settle(roundId: string, settled: readonly Settled[], actor: Actor, now: Moment) {
  const round = await store.lockRound(roundId)
  if (!round) return 'not-found' as const
  const ids = settled.map(({ statementId }) => statementId)
  const themes = await store.listThemeRows({ ids: [...new Set(settled.flatMap(({ codes }) => codes.map(({ themeId }) => themeId)))] })
  if (themes.some(({ processId }) => processId !== round.processId)) return 'not-found' as const
  if (settled.some(({ codes }) => codes.some(({ themeId }) => !themes.some(({ id }) => id === themeId)))) return 'not-found' as const
  const read = Map.groupBy(await store.listRoundReadings(roundId), ({ statementId }) => statementId)
  if (ids.some((id) => read.get(id)?.length !== 2)) return 'not-read-by-both' as const
  if ((await store.settleStatements(roundId, ids, actor.person, now.at)).length !== ids.length) return 'settled' as const
  const theme = await store.listThemesNow(themes.map(({ id }) => id))
  const held = await store.listHeld(ids)
  await store.endCodings(
    held.map(({ id }) => id),
    actor.person,
    now.at,
  )
  for (const { id } of await store.listAsides(ids)) await store.endAside(id, actor.person, now.at)
  await store.putCodings(
    settled.flatMap(({ statementId, codes }) =>
      codes.map(({ themeId, stance }) => ({ statementId, themeId: theme.get(themeId) ?? themeId, stance, codedBy: actor.person, codedAt: now.at, suggestion: 'hidden' as const })),
    ),
  )
  for (const { statementId, noise } of settled) if (noise !== undefined) await store.putSetAside({ statementId, reason: noise, setAsideBy: actor.person, setAsideAt: now.at })
  return undefined
}
