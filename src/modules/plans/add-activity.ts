import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayAddActivity } from './access.ts'
import { activityForm } from './schema.ts'
import * as store from './store.server.ts'

/** Adds something to be done for a goal. Possible also after the plan is adopted: activities are the organ's own. */
export const addActivity = command(mayAddActivity, activityForm, async ({ input, record }) => {
  if (!(await store.findGoal(input.goalId)) || !(await store.organExists(input.responsibleId))) return refused({ refused: 'not-found' })
  const id = await store.putActivity(input)
  await record('activity-added', { kind: 'activity', id })
  return granted({ id })
})
