import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayRecordMeasurement } from './access.ts'
import { measurementForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Appends a measurement: a value, or the reason why there is none. A second one for the same period is a revision and says why.
 * Refuses: `not-found`, `reason-missing`.
 */
export const recordMeasurement = command(mayRecordMeasurement, measurementForm, async ({ input, actor, now, record }) => {
  if (!(await store.findDefinition(input.definitionId))) return refused({ refused: 'not-found' })
  const before = await store.latestRevision(input.definitionId, input.period, input.cell)
  if (before > 0 && !input.reason) return refused({ refused: 'reason-missing' })
  const id = await store.putMeasurement({
    ...input,
    value: input.value === null ? null : String(input.value),
    margin: input.margin === null ? null : String(input.margin),
    revision: before + 1,
    reportedBy: actor.person,
    reportedAt: now.at,
  })
  await record(before > 0 ? 'measurement-revised' : 'measurement-recorded', { kind: 'measurement', id }, input.reason)
  return granted({ id })
})
