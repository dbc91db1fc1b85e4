import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayFreezeBaseline } from './access.ts'
import { baselineForm } from './schema.ts'
import * as store from './store.server.ts'

/** Names one measurement, in exactly that revision, as where we start from. Refuses one without a value: `no-value`. */
export const freezeBaseline = command(mayFreezeBaseline, baselineForm, async ({ input, actor, now, record }) => {
  const measurement = await store.findMeasurement(input.measurementId)
  if (!measurement) return refused({ refused: 'not-found' })
  if (measurement.value === undefined) return refused({ refused: 'no-value' })
  const id = await store.putBaseline({
    definitionId: measurement.definitionId,
    measurementId: measurement.id,
    method: input.method,
    n: input.n,
    frozenBy: actor.person,
    frozenAt: now.at,
  })
  await record('baseline-frozen', { kind: 'baseline', id })
  return granted({ id, definitionId: measurement.definitionId })
})
