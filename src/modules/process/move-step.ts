import type { z } from 'zod'
import type { Actor } from '#kernel/actor'
import { day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { type Invalid, invalid } from '#kernel/problems'
import { granted, type Result, refused } from '#kernel/result'
import { recordEvent } from '#trail'
import { mayMoveStep } from './access.ts'
import { moveForm } from './schema.ts'
import * as store from './store.server.ts'

export type MoveRefusal = { refused: 'forbidden' } | { refused: 'not-found' } | Invalid

/** Gives a step new dates, with the reason that people will read. The plan and every earlier move stay readable. */
export async function moveStep(actor: Actor, input: z.input<typeof moveForm>, now: Moment): Promise<Result<null, MoveRefusal>> {
  const role = mayMoveStep(actor)
  if (!role) return refused({ refused: 'forbidden' })
  const read = moveForm.safeParse(input)
  if (!read.success) return refused(invalid(read.error.issues))
  const { stepId, fromDay, toDay, reason } = read.data
  return store.transaction(async () => {
    if (!(await store.findStep(stepId))) return refused({ refused: 'not-found' })
    await store.putMove({ stepId, fromDay: day(fromDay), toDay: day(toDay), reason, movedBy: actor.person, movedAt: now.at })
    await recordEvent({ actor, role, act: 'step-moved', subject: { kind: 'step', id: stepId }, why: reason, now })
    return granted(null)
  })
}
