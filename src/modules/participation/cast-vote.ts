import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { findParticipant, mintParticipant } from './mint-participant.ts'
import { nextStatement, type OpinionBoard, type OpinionStatement, readOpinionBoard, type Seen } from './read-opinion-board.ts'
import * as store from './store.server.ts'

export type Vote = -1 | 0 | 1
export type VoteInput = {
  /** The dialogue, by its address. */
  readonly slug: string
  /** What an earlier vote answered with; a newcomer has none. */
  readonly token?: string | undefined
  /** A newcomer's own key: sent again with the same, it is the same newcomer. */
  readonly key?: string | undefined
  /** By its number in the dialogue. */
  readonly statement: number
  readonly vote: Vote
}
export type VoteRefusal = { readonly refused: 'not-found' | 'closed' | 'no-such-participant' | 'no-such-statement' | 'statement-withdrawn' }
export type CastVote = {
  /** Whom later votes are by. */
  readonly token: string
  /** The statement had no vote by them before. */
  readonly isFirst: boolean
  readonly answered: number
  /** How many there are to answer. */
  readonly of: number
  readonly next: OpinionStatement | undefined
}

/**
 * Takes one vote: agree 1, pass 0, disagree −1. The last that somebody gives on a statement holds. Nothing of them is stored but a keyed hash of their token,
 * without day or time. Votes that come at the same moment are stored by one statement of the database; each is answered when it is durable. Refuses
 * `not-found` (no such dialogue of statements), `closed`, `no-such-participant` (a token that wasn't made here, for this dialogue), `no-such-statement` and
 * `statement-withdrawn`; then nothing is stored.
 */
export async function castVote({ slug, token: given, key, statement: number, vote }: VoteInput, now: Moment): Promise<Result<CastVote, VoteRefusal>> {
  const board = await boardWith(slug, number)
  if (!board) return refused({ refused: 'not-found' })
  if (board.stateAt(now) !== 'open') return refused({ refused: 'closed' })
  const token = given ?? mintParticipant(board.dialogueId, key)
  const participant = findParticipant(board.dialogueId, token)
  if (!participant) return refused({ refused: 'no-such-participant' })
  const statement = board.statements.get(number)
  if (!statement) return refused({ refused: number <= board.priorities.length ? 'statement-withdrawn' : 'no-such-statement' })
  const stored = await putVote({ participant, statement: statement.id, vote })
  if (!stored) return refused({ refused: await whyNot(slug, number) })
  const bits = stored.seen
  const seen = { has: (at: number) => bits[at - 1] === '1' }
  return granted({ token, isFirst: stored.isNew, ...progressOf(board, seen), next: nextStatement(board, seen) })
}

/** How many of what there is to answer somebody has answered. */
export function progressOf(board: OpinionBoard, seen: Seen): { readonly answered: number; readonly of: number } {
  let answered = 0
  for (const number of board.statements.keys()) if (seen.has(number)) answered++
  return { answered, of: board.statements.size }
}

// Of two votes by one person on one statement in the same moment the later holds, as it would have if they had been stored one by one.
const putVote = store.gatherWrites(async (votes: readonly store.VoteToPut[]) => {
  const nameOf = ({ participant, statement }: { participant: string; statement: string }) => `${participant} ${statement}`
  const stored = await store.putVotes([...new Map(votes.map((vote) => [nameOf(vote), vote])).values()])
  const told = new Map(stored.map((row) => [nameOf(row), row]))
  return votes.map((vote) => told.get(nameOf(vote)))
})

/** A statement that has just been added in another process is looked for before it is said not to be there. */
async function boardWith(slug: string, number: number): Promise<OpinionBoard | undefined> {
  const board = await readOpinionBoard(slug)
  return board?.statements.has(number) ? board : readOpinionBoard(slug, { isFresh: true })
}

/** The database didn't take it: the statement has been withdrawn, or the dialogue closed, since the board was read. */
async function whyNot(slug: string, number: number): Promise<'closed' | 'statement-withdrawn'> {
  const board = await readOpinionBoard(slug, { isFresh: true })
  return board?.statements.has(number) ? 'closed' : 'statement-withdrawn'
}
