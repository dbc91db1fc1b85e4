import * as store from './store.server.ts'

/** Takes letters that have not gone out of the queue, in the caller's transaction: what they are notices of is over. Answers with those that it took. */
export async function withdrawMails(notices: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set(notices.length > 0 ? await store.deleteMails(notices, 'waiting') : [])
}

/**
 * Forgets letters that never went for a fault that was not the recipient's, in the caller's transaction, so that they may be written again: our own server
 * refused us, or nobody answered. Answers with those that it forgot.
 */
export async function takeBackLostMails(notices: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set(notices.length > 0 ? await store.deleteMails(notices, 'lost') : [])
}

/** Which of these notices the server of the recipient refused for good. */
export async function readRefusedNotices(notices: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set(notices.length > 0 ? await store.listRefusedNotices(notices) : [])
}
