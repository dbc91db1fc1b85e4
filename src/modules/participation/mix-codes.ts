import * as store from './store.server.ts'

/**
 * Writes all codes anew at once, as they are and in the order of their hashes, if any has been written since the last time. A database marks each row with the
 * transaction that wrote it, and a code is used in the transaction that stores the answer: until now whoever holds the database could have told whose
 * answer it was. Answers with whether there was anything to mix.
 */
export async function mixCodes(): Promise<boolean> {
  if (!(await store.areCodesMarked())) return false
  await store.rewriteCodes()
  return true
}
