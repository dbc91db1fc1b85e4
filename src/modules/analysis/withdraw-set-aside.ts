import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayWithdrawSetAside } from './access.ts'
import { takeBackForm } from './schema.ts'
import * as store from './store.server.ts'
import { takeTurn } from './take-turn.ts'

/** Takes a statement that was set aside back to the queue. That it was aside, and why, stays in the table. Refuses `not-found`. */
export const withdrawSetAside = command(mayWithdrawSetAside, takeBackForm, async ({ input: { statementId }, actor, now, record }) => {
  const turn = await takeTurn(statementId, undefined)
  const [aside] = turn.refusal ? [] : turn.asides
  if (turn.refusal || !aside) return refused({ refused: 'not-found' })
  await store.endAside(aside.id, actor.person, now.at)
  await store.putDeskAct({ processId: turn.statement.processId, statementId, kind: 'withdrawn', endedAside: aside.id, doneBy: actor.person, doneAt: now.at })
  await record('set-aside-withdrawn', { kind: 'statement', id: statementId })
  return granted(null)
})
