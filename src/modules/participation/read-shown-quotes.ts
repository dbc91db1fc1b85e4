import * as store from './store.server.ts'

export type ShownQuote = { readonly statementId: string; readonly text: string; readonly group: string; readonly masked: boolean }

/** Of the statements, those that a person has marked may be shown, in the words that may be shown, with at most one thing said of who wrote: the group. One statement. */
export async function readShownQuotes(statementIds: readonly string[], limit: number): Promise<ShownQuote[]> {
  return (await store.listShown(statementIds, limit)).map((row) => ({ statementId: row.id, text: row.maskedText ?? row.text, group: row.group, masked: row.maskedText !== null }))
}
