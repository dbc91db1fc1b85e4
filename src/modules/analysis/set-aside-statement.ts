import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { maySetAsideStatement } from './access.ts'
import { setAsideForm } from './schema.ts'
import * as store from './store.server.ts'
import { takeTurn } from './take-turn.ts'

/** Sets a statement aside as brus: it doesn't answer the question, and the reason is kept. Refuses `not-found`, `stale` and `already-set-aside`. */
export const setAsideStatement = command(maySetAsideStatement, setAsideForm, async ({ input: { statementId, reason, seen }, actor, now, record }) => {
  const turn = await takeTurn(statementId, seen)
  if (turn.refusal) return refused(turn.refusal)
  const { statement, held } = turn
  const ended = held.map(({ id }) => id)
  await store.endCodings(ended, actor.person, now.at)
  const madeAside = await store.putSetAside({ statementId, reason, setAsideBy: actor.person, setAsideAt: now.at })
  if (!madeAside) return refused({ refused: 'already-set-aside' })
  await store.putDeskAct({ processId: statement.processId, statementId, kind: 'set-aside', endedCodings: ended, madeAside, doneBy: actor.person, doneAt: now.at })
  await store.dropClaims([statementId], actor.person)
  await record('statement-set-aside', { kind: 'statement', id: statementId }, reason)
  return granted(null)
})
