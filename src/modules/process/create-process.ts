import type { z } from 'zod'
import type { Actor } from '#kernel/actor'
import { addDays, day, daysBetween } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { type Invalid, invalid } from '#kernel/problems'
import { granted, type Result, refused } from '#kernel/result'
import { recordEvent } from '#trail'
import { mayCreateProcess } from './access.ts'
import { standardSteps } from './rules/standard-steps.ts'
import { processForm } from './schema.ts'
import * as store from './store.server.ts'

export type ProcessRefusal = { refused: 'forbidden' } | { refused: 'taken' } | Invalid

/** Makes a process with its mandate, its promise and the standard steps laid out evenly. Refuses: `forbidden`, `invalid`, `taken` (the address is in use). */
export async function createProcess(actor: Actor, input: z.input<typeof processForm>, now: Moment): Promise<Result<{ id: string; slug: string }, ProcessRefusal>> {
  const role = mayCreateProcess(actor)
  if (!role) return refused({ refused: 'forbidden' })
  const read = processForm.safeParse(input)
  if (!read.success) return refused(invalid(read.error.issues))
  const { fromDay, toDay, mandatedOn, stepDays = {}, ...rest } = read.data
  const length = Math.floor((daysBetween(day(fromDay), day(toDay)) + 1) / standardSteps.length)
  return store.transaction(async () => {
    const process = await store.putProcess({ ...rest, mandatedOn: day(mandatedOn) })
    if (!process) return refused({ refused: 'taken' })
    await store.putSteps(
      standardSteps.map((step, position) => {
        const from = addDays(day(fromDay), position * length)
        const planned = stepDays[step.key] ?? { from, to: addDays(from, Math.max(0, length - 1)) }
        return { ...step, processId: process.id, position, plannedFrom: day(planned.from), plannedTo: day(planned.to) }
      }),
    )
    await recordEvent({ actor, role, act: 'process-created', subject: { kind: 'process', id: process.id }, now })
    return granted({ id: process.id, slug: rest.slug })
  })
}
