import { lastSuggestions } from './keep-suggestions.ts'
import * as store from './store.server.ts'

/** A theme proposed for a statement, how sure the proposal is (0 to 1), the words that counted, and how many coded statements it was learnt from. */
export type SuggestionReading = { readonly themeId: string; readonly certainty: number; readonly why: readonly string[]; readonly learntFrom: number }

// Less sure than so is no help.
const leastSure = 0.1

/**
 * What is proposed for a statement that nobody has decided on: proposals, that they are made and hidden from this coder (who wants it so,
 * or has the statement left to read in a round), or that none are made. What somebody
 * has refused for it is not proposed again. It never waits for what is being learnt, nor begins to learn: that is for whoever asks, when all else is read.
 */
export async function readSuggestions(processId: string, statementId: string, person: string): Promise<readonly SuggestionReading[] | 'blind' | undefined> {
  const found = lastSuggestions(processId, statementId)
  if (!found) return undefined
  if (await isBlindTo(statementId, { processId, person })) return 'blind'
  const refused = await store.listRefusedOf(statementId)
  const { learntFrom } = found
  const likely = found.suggestions.filter(({ themeId, certainty }) => certainty >= leastSure && !refused.has(themeId))
  return likely.length > 0 ? likely.map((suggestion) => ({ ...suggestion, learntFrom })) : undefined
}

/** Whether a coder is to read a statement without being led: by their own wish, or because they have it left to read blind in a round. */
export async function isBlindTo(statementId: string, { processId, person }: { processId: string; person: string }): Promise<boolean> {
  return (await store.isBlind(processId, person)) || (await store.isLeftToRead(statementId, person))
}
