import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCreatePlan } from './access.ts'
import { planForm } from './schema.ts'
import * as store from './store.server.ts'

/** Makes a plan for a period, with a first version to write goals in. */
export const createPlan = command(mayCreatePlan, planForm, async ({ input, now, record }) => {
  const { processId, period, fromDay, toDay, kind, ownerId, name } = input
  if (!(await store.organExists(ownerId))) return refused({ refused: 'not-found' })
  const periodId = await store.putPeriod({ processId, name: period, fromDay, toDay })
  const planId = await store.putPlan({ periodId, kind, ownerId, name })
  const versionId = await store.putVersion({ planId, number: 1, createdAt: now.at })
  await record('plan-created', { kind: 'plan', id: planId })
  return granted({ planId, versionId })
})
