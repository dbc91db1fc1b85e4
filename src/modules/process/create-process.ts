import { addDays, day, daysBetween } from '#kernel/day'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCreateProcess } from './access.ts'
import { standardSteps } from './rules/standard-steps.ts'
import { processForm } from './schema.ts'
import * as store from './store.server.ts'

/** Makes a process with its mandate, its promise and the standard steps laid out evenly. Refuses `taken` (the address is in use). */
export const createProcess = command(mayCreateProcess, processForm, async ({ input, record }) => {
  const { fromDay, toDay, mandatedOn, stepDays = {}, ...rest } = input
  const length = Math.floor((daysBetween(day(fromDay), day(toDay)) + 1) / standardSteps.length)
  const process = await store.putProcess({ ...rest, mandatedOn: day(mandatedOn) })
  if (!process) return refused({ refused: 'taken' })
  await store.putSteps(
    standardSteps.map((step, position) => {
      const from = addDays(day(fromDay), position * length)
      const planned = stepDays[step.key] ?? { from, to: addDays(from, Math.max(0, length - 1)) }
      return { ...step, processId: process.id, position, plannedFrom: day(planned.from), plannedTo: day(planned.to) }
    }),
  )
  await record('process-created', { kind: 'process', id: process.id })
  return granted({ id: process.id, slug: rest.slug })
})
