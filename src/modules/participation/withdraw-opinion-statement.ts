import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayWithdrawOpinionStatement } from './access.ts'
import { opinionWithdrawalForm } from './opinion-schema.ts'
import { forgettingBoards } from './read-opinion-board.ts'
import * as store from './store.server.ts'

/**
 * Takes a statement away from what is voted on, with the reason that everybody sees, also when the dialogue has closed. Its words and its votes stay as they
 * were, but no later map has them. Refuses `already-withdrawn`.
 */
export const withdrawOpinionStatement = forgettingBoards(
  command(mayWithdrawOpinionStatement, opinionWithdrawalForm, async ({ input, actor, now, record }) => {
    const { statementId, reason } = input
    if (!(await store.findOpinionStatement(statementId))) return refused({ refused: 'not-found' })
    if (!(await store.putOpinionWithdrawal({ statementId, reason, withdrawnBy: actor.person, withdrawnAt: now.at }))) return refused({ refused: 'already-withdrawn' })
    await record('opinion-statement-withdrawn', { kind: 'opinion-statement', id: statementId }, reason)
    return granted(null)
  }),
)
