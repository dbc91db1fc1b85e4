import * as store from './store.server.ts'

// A month is time enough for an administrator to see that a mail did not come through.
const keptForMs = 30 * 24 * 60 * 60_000

/** Empties mails that were sent or given up a month ago: to whom, about what, and what a given-up one said. */
export async function forgetMails(now: Date): Promise<void> {
  await store.emptyMails(new Date(now.getTime() - keptForMs).toISOString())
}
