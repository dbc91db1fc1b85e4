import { inSwedish, type RawStatement } from './read-statements.ts'
import * as store from './store.server.ts'

export type ShownQuote = Pick<RawStatement, 'text' | 'language' | 'translation'> & { readonly statementId: string; readonly group: string; readonly masked: boolean }

/**
 * Of the statements, those that a person has marked may be shown, in the words that may be shown and in the order they were asked
 * for, with at most one thing said of who wrote: the group, and only of a group with as many persons as its threshold.
 * With `until`, only those that were cleared by then (a release); one that has been withheld since is never there. One statement.
 */
export async function readShownQuotes(statementIds: readonly string[], limit: number, { until }: { until?: string } = {}): Promise<ShownQuote[]> {
  const shown = new Map((await store.listShown(statementIds, until)).map((row) => [row.id, row]))
  const inOrder = [...new Set(statementIds)].flatMap((id) => shown.get(id) ?? [])
  return inOrder.slice(0, limit).map((row) => ({ statementId: row.id, text: row.text, ...inSwedish(row), group: row.group, masked: row.isMasked }))
}
