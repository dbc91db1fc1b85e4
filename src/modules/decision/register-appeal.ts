import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayRegisterAppeal } from './access.ts'
import { appealForm } from './schema.ts'
import * as store from './store.server.ts'

/** Registers that a decision was appealed (laglighetsprövning). Refuses `not-posted`, `already-recorded`. */
export const registerAppeal = command(mayRegisterAppeal, appealForm, async ({ input, actor, record }) => {
  const [found] = await store.listPointRows({ ids: [input.pointId] })
  if (!found) return refused({ refused: 'not-found' })
  if (!found.postedOn) return refused({ refused: 'not-posted' })
  if (!(await store.putAppeal({ ...input, recordedBy: actor.person }))) return refused({ refused: 'already-recorded' })
  await record('appeal-registered', { kind: 'decision-point', id: input.pointId })
  return granted(null)
})
