import { granted, refused } from '#kernel/result'
import { readStatementsByIds } from '#participation'
import { command } from '#trail'
import { mayWithdrawCoding } from './access.ts'
import { withdrawalForm } from './schema.ts'
import * as store from './store.server.ts'

/** Takes a coding back. It stays in the table with the time, and no longer counts. Refuses `not-found`. */
export const withdrawCoding = command(mayWithdrawCoding, withdrawalForm, async ({ input: { codingId }, actor, now, record }) => {
  await store.lockStatements(await store.listStatementsOfCodings([codingId]))
  const statementId = await store.withdrawOne(codingId, actor.person, now.at)
  const [statement] = statementId ? await readStatementsByIds([statementId]) : []
  if (!statementId || !statement) return refused({ refused: 'not-found' })
  await store.putDeskAct({ processId: statement.processId, statementId, kind: 'withdrawn', endedCodings: [codingId], doneBy: actor.person, doneAt: now.at })
  await record('coding-withdrawn', { kind: 'statement', id: statementId })
  return granted({ statementId })
})
