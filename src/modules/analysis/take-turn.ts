import { readStatementsByIds } from '#participation'
import { stateOf } from './rules/statement-state.ts'
import * as store from './store.server.ts'

type Held = Awaited<ReturnType<typeof store.listHeld>>
type Asides = Awaited<ReturnType<typeof store.listAsides>>
export type Turn =
  | { readonly statement: Awaited<ReturnType<typeof readStatementsByIds>>[number]; readonly held: Held; readonly asides: Asides; readonly refusal?: never }
  | { readonly refusal: { readonly refused: 'not-found' } | { readonly refused: 'stale'; readonly held: Held; readonly asides: Asides } }

/**
 * Lets one at a time decide on a statement, to the end of the transaction, and answers with how it stands. Refuses `stale`, with what somebody decided in
 * between, when that is not as the coder saw it; without `seen` nothing is compared.
 */
export async function takeTurn(statementId: string, seen: string | undefined, others: readonly string[] = []): Promise<Turn> {
  await store.lockStatements([statementId, ...others])
  const [statement] = await readStatementsByIds([statementId])
  if (!statement) return { refusal: { refused: 'not-found' } }
  const [held, asides] = [await store.listHeld([statementId]), await store.listAsides([statementId])]
  if (seen !== undefined && seen !== stateOf(statement.length, held, asides)) return { refusal: { refused: 'stale', held, asides } }
  return { statement, held, asides }
}
