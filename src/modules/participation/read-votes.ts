import { findParticipant } from './mint-participant.ts'
import { participantCookie } from './participant-cookie.ts'
import { readOpinionStatements } from './read-opinion-statements.ts'
import * as store from './store.server.ts'

export type VotesReading = {
  readonly statements: readonly { readonly number: number; readonly text: string; readonly textEnglish: string | null; readonly isWithdrawn: boolean; readonly isQuote: boolean }[]
  readonly participants: number
  /** Three columns of equal length: which participant (from 0, in no order of time), which statement (its place above), and how. */
  readonly columns: { readonly participant: readonly number[]; readonly statement: readonly number[]; readonly vote: readonly number[] }
}

/** Every vote of a dialogue of statements, as it stands now; three statements. */
export async function readVotes(dialogueId: string): Promise<VotesReading> {
  const rows = await readOpinionStatements(dialogueId)
  const places = new Map(rows.map(({ statement }, at) => [statement.number, at]))
  const columns = { participant: [] as number[], statement: [] as number[], vote: [] as number[] }
  let [participants, last] = [0, '']
  for (const { participant, number, vote } of await store.listVotes(dialogueId)) {
    const place = places.get(number)
    // Added since the statements were read.
    if (place === undefined) continue
    if (participant !== last) [participants, last] = [participants + 1, participant]
    columns.participant.push(participants - 1)
    columns.statement.push(place)
    columns.vote.push(vote)
  }
  return {
    statements: rows.map(({ statement: { number, text, textEnglish, quoteId }, withdrawn }) => ({
      ...{ number, text, textEnglish },
      isWithdrawn: withdrawn !== null,
      isQuote: quoteId !== null,
    })),
    participants,
    columns,
  }
}

/** What the one who asks has voted, by the number of the statement: by the cookie of whoever has voted on this device. */
export async function readVotesOf(dialogueId: string, headers: Headers): Promise<ReadonlyMap<number, number>> {
  const participant = findParticipant(dialogueId, participantCookie.read(headers) ?? '')
  if (!participant) return new Map()
  const own = new Map((await store.listOwnVotes(participant)).map(({ statementId, vote }) => [statementId, vote]))
  const rows = await store.listOpinionStatements(dialogueId)
  return new Map(rows.flatMap(({ statement: { id, number } }) => (own.has(id) ? [[number, own.get(id) as number] as const] : [])))
}
