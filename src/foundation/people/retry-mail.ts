import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayRetryMail } from './access.ts'
import { mailForm } from './schema.ts'
import * as store from './store.server.ts'

/** Puts a mail that was given up back in the queue. Refuses `not-found` for one that is sent, waits, or is not there. */
export const retryMail = command(mayRetryMail, mailForm, async ({ input, now, record }) => {
  if (!(await store.requeueMail(input.mailId, now.at))) return refused({ refused: 'not-found' })
  await record('mail-retried', { kind: 'mail', id: input.mailId })
  return granted(null)
})
