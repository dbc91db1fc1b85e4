import type { z } from 'zod'
import type { Actor } from '#kernel/actor'
import { day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { type Invalid, invalid } from '#kernel/problems'
import { granted, type Result, refused } from '#kernel/result'
import { recordEvent } from '#trail'
import { mayCloseStep } from './access.ts'
import { closingForm } from './schema.ts'
import * as store from './store.server.ts'

export type StepClosingRefusal = { refused: 'forbidden' } | { refused: 'not-found' } | { refused: 'already-closed' } | Invalid

/** Says that a step is done, or that it was left out and why. */
export async function closeStep(actor: Actor, input: z.input<typeof closingForm>, now: Moment): Promise<Result<null, StepClosingRefusal>> {
  const role = mayCloseStep(actor)
  if (!role) return refused({ refused: 'forbidden' })
  const read = closingForm.safeParse(input)
  if (!read.success) return refused(invalid(read.error.issues))
  const { stepId, outcome, onDay, reason } = read.data
  return store.transaction(async () => {
    if (!(await store.findStep(stepId))) return refused({ refused: 'not-found' })
    const closing = await store.putClosing({ stepId, outcome, onDay: day(onDay), reason: reason || null, closedBy: actor.person })
    if (!closing) return refused({ refused: 'already-closed' })
    await recordEvent({ actor, role, act: outcome === 'done' ? 'step-done' : 'step-left-out', subject: { kind: 'step', id: stepId }, why: reason, now })
    return granted(null)
  })
}
