import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayReleaseStep } from './access.ts'
import { releaseForm } from './schema.ts'
import * as store from './store.server.ts'

/** Publishes what a step has given so far. What comes later needs a new release. */
export const releaseStep = command(mayReleaseStep, releaseForm, async ({ input, actor, now, record }) => {
  const { stepId, note } = input
  if (!(await store.findStep(stepId))) return refused({ refused: 'not-found' })
  await store.putRelease({ stepId, note: note || null, releasedBy: actor.person, releasedAt: now.at })
  await record('step-released', { kind: 'step', id: stepId }, note)
  return granted(null)
})
