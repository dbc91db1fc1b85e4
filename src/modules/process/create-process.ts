import { addDays, day, daysBetween } from '#kernel/day'
import { granted, refused } from '#kernel/result'
import { inTerms } from '#kernel/terms'
import { readTerms } from '#people'
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
  // A step's words are the process's own from here on, and can be changed there.
  const words = await readTerms()
  const said = (text: string) => inTerms(text, words)
  await store.putSteps(
    standardSteps.map((step, position) => {
      const from = addDays(day(fromDay), position * length)
      const planned = stepDays[step.key] ?? { from, to: addDays(from, Math.max(0, length - 1)) }
      return {
        ...step,
        title: said(step.title),
        who: said(step.who),
        focus: said(step.focus),
        processId: process.id,
        position,
        plannedFrom: day(planned.from),
        plannedTo: day(planned.to),
      }
    }),
  )
  await record('process-created', { kind: 'process', id: process.id })
  return granted({ id: process.id, slug: rest.slug })
})
