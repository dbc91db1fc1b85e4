import type { Moment } from '#kernel/moment'
import { type Invalid, invalid } from '#kernel/problems'
import { granted, type Result, refused } from '#kernel/result'
import { normaliseForGrouping } from '#text'
import { authorOf, isParticipant } from './mint-participant.ts'
import { ownStatementField } from './opinion-schema.ts'
import { readOpinionBoard } from './read-opinion-board.ts'
import { readOwnVotes } from './read-own-votes.ts'
import { mostOwn } from './rules/opinion-statement.ts'
import * as store from './store.server.ts'

export type ProposalRefusal = { readonly refused: 'not-found' | 'closed' | 'too-early' | 'same-words' | 'too-many-own' } | Invalid

/**
 * Takes a statement that somebody who takes part has written. It is shown to nobody before a person has read it. Stored with the day and a keyed hash that
 * only their token can find again. Sent twice it is one. Refuses `not-found` (nobody's token), `closed`, `too-early` before they have answered a few,
 * `same-words` when they are voted on already, `too-many-own`, and `invalid`.
 */
export async function proposeStatement({ slug, token, text: given }: { slug: string; token: string; text: string }, now: Moment): Promise<Result<null, ProposalRefusal>> {
  const board = await readOpinionBoard(slug, { isFresh: true })
  if (!board || !isParticipant(board.dialogueId, token)) return refused({ refused: 'not-found' })
  if (board.stateAt(now) !== 'open') return refused({ refused: 'closed' })
  const read = ownStatementField.safeParse(given)
  if (!read.success) return refused(invalid(read.error.issues.map((issue) => ({ ...issue, path: ['text'] }))))
  const { dialogueId } = board
  const { mayPropose } = await readOwnVotes(board, token)
  if (!mayPropose) return refused({ refused: 'too-early' })
  const grouping = normaliseForGrouping(read.data)
  if ([...board.statements.values()].some(({ text }) => normaliseForGrouping(text) === grouping)) return refused({ refused: 'same-words' })
  return store.transaction(async () => {
    // Of many that are sent at once each is counted by the next.
    await store.lockDialogue(dialogueId)
    const { proposals } = await readOwnVotes(board, token)
    if (proposals.filter(({ state }) => state !== 'rejected').length >= mostOwn && !proposals.some(({ text }) => normaliseForGrouping(text) === grouping))
      return refused({ refused: 'too-many-own' })
    await store.putOpinionProposal({ dialogueId, text: read.data, grouping, authorHash: authorOf(dialogueId, token), proposedOn: now.day })
    return granted(null)
  })
}
