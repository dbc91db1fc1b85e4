/** A theme proposed for a statement, how sure the proposal is (0 to 1), and the words that counted. */
export type SuggestionReading = { readonly themeId: string; readonly certainty: number; readonly why: readonly string[] }

/** What is proposed for a statement: proposals, that they are made and hidden from this coder, or that none are made. */
export async function readSuggestions(_statementId: string, _person: string): Promise<readonly SuggestionReading[] | 'blind' | undefined> {
  return undefined
}
