import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { findParticipant } from './mint-participant.ts'
import { readOpinionBoard } from './read-opinion-board.ts'
import * as store from './store.server.ts'

/** Takes back every vote of somebody, while the dialogue is open. Nothing is left of them. Refuses `not-found`, `closed`. */
export async function withdrawVotes({ slug, token }: { slug: string; token: string }, now: Moment): Promise<Result<{ votes: number }, { refused: 'not-found' | 'closed' }>> {
  const board = await readOpinionBoard(slug, { isFresh: true })
  const participant = board && findParticipant(board.dialogueId, token)
  if (!board || !participant) return refused({ refused: 'not-found' })
  if (board.stateAt(now) !== 'open') return refused({ refused: 'closed' })
  const votes = await store.transaction(() => store.deleteVotes(participant))
  return granted({ votes })
}
