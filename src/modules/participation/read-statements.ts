import * as store from './store.server.ts'

export type StatementReading = {
  readonly id: string
  readonly text: string
  readonly question: string
  readonly stance: 'keep' | 'leave' | 'want' | null
  readonly axis: 'place' | 'workplace'
  readonly group: string
  readonly groupId: string
  readonly processId: string
  readonly responseId: string
}

/** Statements in their own words, for those who work with them, in the order asked for; those that don't exist are left out. One statement. */
export async function readStatementsByIds(ids: readonly string[]): Promise<StatementReading[]> {
  const found = new Map((await store.listStatementsByIds(ids)).map((row) => [row.id, row]))
  return [...new Set(ids)].flatMap((id) => {
    const row = found.get(id)
    if (!row) return []
    const { text, question, stance, axis, group, groupId, processId, responseId } = row
    return [{ id, text, question, stance, axis, group, groupId, processId, responseId }]
  })
}
