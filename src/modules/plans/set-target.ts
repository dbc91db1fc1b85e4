import { readDefinitions } from '#indicators'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { maySetTarget } from './access.ts'
import { targetForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Sets what a goal is measured by. A target to reach starts from a named baseline of the same definition and is not that
 * baseline itself (`target-is-the-baseline`): then it is one to keep.
 */
export const setTarget = command(maySetTarget, targetForm, async ({ input, record }) => {
  const found = await store.findGoal(input.goalId)
  const [indicator] = await readDefinitions([input.definitionId])
  const definition = indicator?.definitions[0]
  if (!found || !definition) return refused({ refused: 'not-found' })
  if (found.version.submittedAt) return refused({ refused: 'frozen' })
  const baseline = definition.baselines.find(({ id }) => id === input.baselineId)
  if (input.baselineId && !baseline) return refused({ refused: 'not-found' })
  if (input.kind === 'reach' && baseline?.value === input.value) return refused({ refused: 'target-is-the-baseline' })
  const text = (number: number | null) => (number === null ? null : String(number))
  const id = await store.putTarget({ ...input, value: text(input.value), low: text(input.low), high: text(input.high), tolerance: text(input.tolerance) })
  await record('target-set', { kind: 'target', id })
  return granted({ id })
})
