import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayChangeRetention } from './access.ts'
import { readRetention } from './read-retention.ts'
import { neverWeeded } from './rules/never-weeded.ts'
import { retentionForm } from './settings-schema.ts'
import * as store from './settings-store.server.ts'

/** Says how long a class of data is kept, and on which decision. Refuses `keeps-for-ever` for what can't be taken away, and `unchanged`. */
export const changeRetention = command(mayChangeRetention, retentionForm, async ({ input, actor, now, record }) => {
  if (input.rule !== 'kept' && neverWeeded.includes(input.dataClass)) return refused({ refused: 'keeps-for-ever' })
  const held = (await readRetention()).find(({ dataClass }) => dataClass === input.dataClass)
  if (held?.rule === input.rule && held.years === input.years && held.decision === input.decision) return refused({ refused: 'unchanged' })
  const { id } = await store.putRetention({ ...input, setBy: actor.person, setAt: now.at })
  await record('retention-changed', { kind: 'retention', id }, `${input.dataClass}: ${input.rule}${input.years === null ? '' : ` ${input.years}`}`)
  return granted(null)
})
