import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayAddGoal } from './access.ts'
import { goalForm } from './schema.ts'
import * as store from './store.server.ts'

/** Writes a goal into a plan version that is not handed in yet. Refuses `frozen` and `taken` (the number). */
export const addGoal = command(mayAddGoal, goalForm, async ({ input, record }) => {
  const version = await store.findVersion(input.versionId)
  if (!version || !(await store.organExists(input.responsibleId))) return refused({ refused: 'not-found' })
  if (version.submittedAt) return refused({ refused: 'frozen' })
  const id = await store.putGoal({ ...input, partlyFrom: input.partlyFrom === null ? null : String(input.partlyFrom) })
  if (!id) return refused({ refused: 'taken' })
  await record('goal-added', { kind: 'goal', id })
  return granted({ id })
})
