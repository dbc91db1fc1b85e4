import * as store from './store.server.ts'

/** Mails that have not come through: those that wait to be tried again first, then those given up. Their text is not told, for it may hold a key. */
export async function readUndeliveredMails() {
  return store.listUndelivered(200)
}

/** How many wait to be sent. */
export async function countWaitingMails(): Promise<number> {
  return store.countWaiting()
}
