import type { z } from 'zod'
import type { Actor } from '#kernel/actor'
import { day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { type Invalid, invalid } from '#kernel/problems'
import { granted, type Result, refused } from '#kernel/result'
import { recordEvent } from '#trail'
import { mayInsertStep } from './access.ts'
import { stepForm } from './schema.ts'
import * as store from './store.server.ts'

export type InsertionRefusal = { refused: 'forbidden' } | { refused: 'not-found' } | { refused: 'taken' } | Invalid

/** Inserts a step after another (`after` is its key; empty puts it first), with the reason that people will read. */
export async function insertStep(actor: Actor, input: z.input<typeof stepForm>, now: Moment): Promise<Result<{ id: string }, InsertionRefusal>> {
  const role = mayInsertStep(actor)
  if (!role) return refused({ refused: 'forbidden' })
  const read = stepForm.safeParse(input)
  if (!read.success) return refused(invalid(read.error.issues))
  const { processId, after, fromDay, toDay, reason, ...words } = read.data
  return store.transaction(async () => {
    const before = after === '' ? undefined : await store.findStepByKey(processId, after)
    if (after !== '' && !before) return refused({ refused: 'not-found' })
    if (await store.findStepByKey(processId, words.key)) return refused({ refused: 'taken' })
    const position = before ? before.position + 1 : 0
    await store.makeRoom(processId, position)
    const [step] = await store.putSteps([{ ...words, processId, position, plannedFrom: day(fromDay), plannedTo: day(toDay), insertedBecause: reason, insertedAt: now.at }])
    if (!step) throw new Error('The step was not stored.')
    await recordEvent({ actor, role, act: 'step-inserted', subject: { kind: 'step', id: step.id }, why: reason, now })
    return granted({ id: step.id })
  })
}
