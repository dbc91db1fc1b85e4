import { readStatementsByIds } from '#participation'

/** How long the texts are of those of the statements that are of the process. One statement. */
export async function readLengths(processId: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const statements = await readStatementsByIds([...new Set(ids)])
  return new Map(statements.flatMap((statement) => (statement.processId === processId ? [[statement.id, statement.length] as const] : [])))
}
