import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEndAppeal } from './access.ts'
import { appealEndForm } from './schema.ts'
import * as store from './store.server.ts'

/** Records how an appeal ended: the decision was confirmed or annulled. Refuses `no-appeal`. */
export const endAppeal = command(mayEndAppeal, appealEndForm, async ({ input, record }) => {
  const { pointId, endedOn, ended } = input
  if (!(await store.endAppealRow(pointId, { endedOn, ended }))) return refused({ refused: 'no-appeal' })
  await record(ended === 'annulled' ? 'decision-annulled' : 'decision-confirmed', { kind: 'decision-point', id: pointId })
  return granted(null)
})
