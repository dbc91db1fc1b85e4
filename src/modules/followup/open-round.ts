import { granted, refused } from '#kernel/result'
import { readPlanVersion } from '#plans'
import { command } from '#trail'
import { mayOpenRound } from './access.ts'
import { roundForm } from './schema.ts'
import * as store from './store.server.ts'

/** Opens a round on an adopted plan and makes the duties: one a goal and one an activity, for those responsible. Refuses `not-adopted`, `taken`. */
export const openRound = command(mayOpenRound, roundForm, async ({ input, actor, now, record }) => {
  const plan = await readPlanVersion(input.planVersionId)
  if (!plan) return refused({ refused: 'not-found' })
  if (!plan.pointId) return refused({ refused: 'not-adopted' })
  const id = await store.putRound({ ...input, openedBy: actor.person, openedAt: now.at })
  if (!id) return refused({ refused: 'taken' })
  await store.putDuties(
    plan.goals.flatMap((goal) => [
      { roundId: id, organId: goal.responsibleId, goalId: goal.id, dueOn: input.closesOn },
      ...goal.activities.map((activity) => ({ roundId: id, organId: activity.responsibleId, activityId: activity.id, dueOn: input.closesOn })),
    ]),
  )
  await record('round-opened', { kind: 'round', id })
  return granted({ id })
})
