import type { z } from 'zod'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { type Invalid, invalid } from '#kernel/problems'
import { granted, type Result, refused } from '#kernel/result'
import { recordEvent } from '#trail'
import { mayReleaseStep } from './access.ts'
import { releaseForm } from './schema.ts'
import * as store from './store.server.ts'

export type ReleaseRefusal = { refused: 'forbidden' } | { refused: 'not-found' } | Invalid

/** Publishes what a step has given so far. What comes later needs a new release. */
export async function releaseStep(actor: Actor, input: z.input<typeof releaseForm>, now: Moment): Promise<Result<null, ReleaseRefusal>> {
  const role = mayReleaseStep(actor)
  if (!role) return refused({ refused: 'forbidden' })
  const read = releaseForm.safeParse(input)
  if (!read.success) return refused(invalid(read.error.issues))
  const { stepId, note } = read.data
  return store.transaction(async () => {
    if (!(await store.findStep(stepId))) return refused({ refused: 'not-found' })
    await store.putRelease({ stepId, note: note || null, releasedBy: actor.person, releasedAt: now.at })
    await recordEvent({ actor, role, act: 'step-released', subject: { kind: 'step', id: stepId }, why: note, now })
    return granted(null)
  })
}
