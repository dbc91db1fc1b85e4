import type { Vote } from './cast-vote.ts'
import { authorOf, findParticipant } from './mint-participant.ts'
import type { OpinionBoard } from './read-opinion-board.ts'
import { votesBeforeOwn } from './rules/opinion-statement.ts'
import * as store from './store.server.ts'

export type OwnProposal = { readonly text: string; readonly state: 'waiting' | 'shown' | 'rejected' | 'withdrawn'; readonly reason: string | null }
export type OwnVotes = {
  /** By the number of the statement, of those that can be voted on. */
  readonly votes: ReadonlyMap<number, Vote>
  readonly mayPropose: boolean
  readonly proposals: readonly OwnProposal[]
}

/** What somebody has voted and proposed, for whoever has their token; nobody's token has nothing. Two statements. */
export async function readOwnVotes(board: OpinionBoard, token: string | undefined): Promise<OwnVotes> {
  const participant = token === undefined ? undefined : findParticipant(board.dialogueId, token)
  if (token === undefined || !participant) return { votes: new Map(), mayPropose: false, proposals: [] }
  const rows = await store.listOwnVotes(participant)
  const own = new Map(rows.map(({ statementId, vote }) => [statementId, vote as Vote]))
  const votes = new Map([...board.statements.values()].flatMap(({ id, number }) => (own.has(id) ? [[number, own.get(id) as Vote] as const] : [])))
  const proposals = await store.listOwnProposals(board.dialogueId, authorOf(board.dialogueId, token))
  return {
    votes,
    mayPropose: votes.size >= Math.min(votesBeforeOwn, board.statements.size) && votes.size > 0,
    proposals: proposals.map(({ proposal, number, withdrawn, rejected }) => ({
      text: proposal.text,
      state: rejected !== null ? 'rejected' : withdrawn !== null ? 'withdrawn' : number !== null ? 'shown' : 'waiting',
      reason: rejected ?? withdrawn,
    })),
  }
}
