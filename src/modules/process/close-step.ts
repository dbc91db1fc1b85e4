import { day } from '#kernel/day'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCloseStep } from './access.ts'
import { closingForm } from './schema.ts'
import * as store from './store.server.ts'

/** Says that a step is done, or that it was left out and why. Refuses `already-closed`. */
export const closeStep = command(mayCloseStep, closingForm, async ({ input, actor, record }) => {
  const { stepId, outcome, onDay, reason } = input
  if (!(await store.findStep(stepId))) return refused({ refused: 'not-found' })
  const closing = await store.putClosing({ stepId, outcome, onDay: day(onDay), reason: reason || null, closedBy: actor.person })
  if (!closing) return refused({ refused: 'already-closed' })
  await record(outcome === 'done' ? 'step-done' : 'step-left-out', { kind: 'step', id: stepId }, reason)
  return granted(null)
})
