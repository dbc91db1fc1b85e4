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

/**
 * Where a letter is: it waits for its first try or, `late`, for our mail server, which has failed it once or more; it has gone; its recipient is refused
 * for good; or it is `lost`, given up for a fault that is not the recipient's.
 */
export type LetterState = 'queued' | 'late' | 'sent' | 'refused' | 'lost'

/** Where the letters of these notices are. One that was taken out of the queue is nowhere. */
export async function readLetterStates(notices: readonly string[]): Promise<ReadonlyMap<string, LetterState>> {
  const letters = notices.length > 0 ? await store.listLetters(notices) : []
  return new Map(
    letters.map(({ notice, sentAt, givenUpAt, isRefused, failure }) => {
      const waits = failure === null ? 'queued' : 'late'
      const over = isRefused ? 'refused' : 'lost'
      return [notice ?? '', sentAt ? 'sent' : givenUpAt ? over : waits]
    }),
  )
}
