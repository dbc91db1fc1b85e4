import * as store from './store.server.ts'

/** Takes letters that have not gone out of the queue, in the caller's transaction: what they are notices of is over. */
export async function withdrawMails(notices: readonly string[]): Promise<void> {
  if (notices.length > 0) await store.deleteWaitingMails(notices)
}

/** Which of these notices no server would take. */
export async function readRefusedNotices(notices: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set(notices.length > 0 ? await store.listGivenUpNotices(notices) : [])
}
