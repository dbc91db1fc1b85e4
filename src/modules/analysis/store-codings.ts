import * as store from './store.server.ts'

/** Writes many codings at once, for imports and stories told afterwards. In the caller's transaction, and traced by the caller. */
export async function storeCodings(
  codings: readonly { statementId: string; themeId: string; stance: 'keep' | 'leave' | 'want' | null; codedBy: string; codedAt: string }[],
): Promise<void> {
  await store.putCodings([...codings])
}
