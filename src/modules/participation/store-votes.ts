import type { Vote } from './cast-vote.ts'
import { findParticipant, mintParticipant } from './mint-participant.ts'
import * as store from './store.server.ts'

/** Stores votes that are told of afterwards, participant by participant, each on a statement by its number. For stories and tests. */
export async function storeVotes(dialogueId: string, told: readonly (readonly { readonly statement: number; readonly vote: Vote }[])[]): Promise<void> {
  const ids = new Map((await store.listOpinionStatements(dialogueId)).map(({ statement }) => [statement.number, statement.id]))
  await store.putVotes(
    told.flatMap((votes, who) => {
      const participant = findParticipant(dialogueId, mintParticipant(dialogueId, `told of ${who}`)) ?? ''
      return votes.map(({ statement, vote }) => ({ participant, statement: ids.get(statement) ?? '', vote }))
    }),
  )
}
