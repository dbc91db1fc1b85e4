import * as store from './store.server.ts'

export type StatementReading = { readonly id: string; readonly text: string; readonly question: string; readonly stance: 'keep' | 'leave' | 'want' | null; readonly axis: 'place' | 'workplace'; readonly group: string; readonly groupId: string; readonly processId: string; readonly responseId: string }

/** Statements in their own words, for those who work with them; one statement. */
export async function readStatementsByIds(ids: readonly string[]): Promise<StatementReading[]> {
  return store.listStatementsByIds(ids)
}
