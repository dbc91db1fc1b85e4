import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayAcceptProposal } from './access.ts'
import { acceptanceForm } from './opinion-schema.ts'
import { forgettingBoards } from './read-opinion-board.ts'
import { readSurveyById } from './read-survey.ts'
import { mostStatements } from './rules/opinion-statement.ts'
import * as store from './store.server.ts'

/**
 * Lets what somebody who takes part has written be voted on, in their own words. Refuses `already-reviewed`, `same-words` when they are there already,
 * `too-many`, and `closed`.
 */
export const acceptProposal = forgettingBoards(
  command(mayAcceptProposal, acceptanceForm, async ({ input, actor, now, record }) => {
    const found = await store.lockProposal(input.proposalId)
    if (!found) return refused({ refused: 'not-found' })
    const { proposal, number, rejected } = found
    if (number !== null || rejected !== null) return refused({ refused: 'already-reviewed' })
    await store.lockDialogue(proposal.dialogueId)
    if ((await readSurveyById(proposal.dialogueId, now))?.state === 'closed') return refused({ refused: 'closed' })
    if ((await store.listOpinionStatements(proposal.dialogueId)).length >= mostStatements) return refused({ refused: 'too-many' })
    const { dialogueId, text, grouping } = proposal
    const statement = await store.putOpinionStatement({
      dialogueId,
      text,
      grouping,
      origin: 'resident',
      source: '',
      proposalId: proposal.id,
      addedBy: actor.person,
      addedAt: now.at,
    })
    if (!statement) return refused({ refused: 'same-words' })
    await record('proposal-accepted', { kind: 'opinion-statement', id: statement.id })
    return granted(statement)
  }),
)
