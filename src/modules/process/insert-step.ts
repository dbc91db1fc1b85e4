import { day } from '#kernel/day'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayInsertStep } from './access.ts'
import { stepForm } from './schema.ts'
import * as store from './store.server.ts'

/** Inserts a step after another (`after` is its key; empty puts it first), with the reason that people will read. Refuses `taken` (the key). */
export const insertStep = command(mayInsertStep, stepForm, async ({ input, now, record }) => {
  const { processId, after, fromDay, toDay, reason, ...words } = input
  const before = after === '' ? undefined : await store.findStepByKey(processId, after)
  if (after !== '' && !before) return refused({ refused: 'not-found' })
  if (await store.findStepByKey(processId, words.key)) return refused({ refused: 'taken' })
  const position = before ? before.position + 1 : 0
  await store.makeRoom(processId, position)
  const [step] = await store.putSteps([{ ...words, processId, position, plannedFrom: day(fromDay), plannedTo: day(toDay), insertedBecause: reason, insertedAt: now.at }])
  if (!step) throw new Error('The step was not stored.')
  await record('step-inserted', { kind: 'step', id: step.id }, reason)
  return granted({ id: step.id })
})
