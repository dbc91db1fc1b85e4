import { granted, refused } from '#kernel/result'
import { readPlanVersion } from '#plans'
import { command } from '#trail'
import { maySetActivityStatus } from './access.ts'
import { statusForm } from './schema.ts'
import * as store from './store.server.ts'

/** Says how an activity stands in a round. A dropped one says why (`reason-missing`). Refuses `locked`. */
export const setActivityStatus = command(maySetActivityStatus, statusForm, async ({ input, actor, now, record }) => {
  const round = await store.findRound(input.roundId)
  const plan = round && (await readPlanVersion(round.planVersionId))
  if (!plan?.goals.some((goal) => goal.activities.some(({ id }) => id === input.activityId))) return refused({ refused: 'not-found' })
  if (await store.openLocking(input.roundId)) return refused({ refused: 'locked' })
  if (input.status === 'dropped' && !input.comment) return refused({ refused: 'reason-missing' })
  const revision = (await store.lastStatusRevision(input.roundId, input.activityId)) + 1
  const id = await store.putStatus({ ...input, revision, setBy: actor.person, setAt: now.at })
  await record('activity-status-set', { kind: 'activity', id: input.activityId }, input.comment)
  return granted({ id })
})
