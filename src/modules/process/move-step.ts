import { day } from '#kernel/day'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayMoveStep } from './access.ts'
import { moveForm } from './schema.ts'
import * as store from './store.server.ts'

/** Gives a step new dates, with the reason that people will read. The plan and every earlier move stay readable. */
export const moveStep = command(mayMoveStep, moveForm, async ({ input, actor, now, record }) => {
  const { stepId, fromDay, toDay, reason } = input
  if (!(await store.findStep(stepId))) return refused({ refused: 'not-found' })
  await store.putMove({ stepId, fromDay: day(fromDay), toDay: day(toDay), reason, movedBy: actor.person, movedAt: now.at })
  await record('step-moved', { kind: 'step', id: stepId }, reason)
  return granted(null)
})
