import { granted, refused } from '#kernel/result'
import { readStatementsByIds } from '#participation'
import { command } from '#trail'
import { maySetAsideStatement } from './access.ts'
import { setAsideForm } from './schema.ts'
import * as store from './store.server.ts'

/** Sets a statement aside as brus: it doesn't answer the question, and the reason is kept. */
export const setAsideStatement = command(maySetAsideStatement, setAsideForm, async ({ input, actor, now, record }) => {
  const [statement] = await readStatementsByIds([input.statementId])
  if (!statement) return refused({ refused: 'not-found' })
  await store.withdrawOn(input.statementId, actor.person, now.at)
  if (!(await store.putSetAside({ ...input, setAsideBy: actor.person, setAsideAt: now.at }))) return refused({ refused: 'already-set-aside' })
  await record('statement-set-aside', { kind: 'statement', id: input.statementId }, input.reason)
  return granted(null)
})
