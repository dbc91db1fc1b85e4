import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayWithdrawCoding } from './access.ts'
import { withdrawalForm } from './schema.ts'
import * as store from './store.server.ts'

/** Takes a coding back. It stays in the table with the time, and no longer counts. */
export const withdrawCoding = command(mayWithdrawCoding, withdrawalForm, async ({ input, actor, now, record }) => {
  const statementId = await store.withdrawOne(input.codingId, actor.person, now.at)
  if (!statementId) return refused({ refused: 'not-found' })
  await record('coding-withdrawn', { kind: 'statement', id: statementId })
  return granted({ statementId })
})
