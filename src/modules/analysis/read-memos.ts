import * as store from './store.server.ts'

/** The memos of a process or on a statement as they stand, the first first; one statement. */
export async function readMemos(wish: { processId: string } | { statementId: string }) {
  return store.listMemoRows(wish)
}
