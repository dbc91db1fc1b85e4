import { createHmac } from 'node:crypto'
import { installationSecret } from '#http/secret'
import * as store from './store.server.ts'

const minuteMs = 60_000

/**
 * Counts one more try of somebody, at a secret or at writing, and answers with how many they have made within a minute (or another window), whichever
 * process they came to; several at once when they are counted in lots. Who it is is kept as a keyed hash, and no longer than the hour. A clock that was set back starts the window anew.
 */
export async function countAttempt(who: string, now: Date, windowMs = minuteMs, by = 1): Promise<number> {
  const key = createHmac('sha256', installationSecret()).update(`attempt ${who}`).digest('hex')
  const at = (ms: number) => new Date(now.getTime() + ms).toISOString()
  return store.addAttempt(key, { now: at(0), began: at(-windowMs), impossible: at(windowMs) }, by)
}

/** Forgets tries that are an hour old, and those of a clock that has been set back. */
export async function forgetAttempts(now: Date): Promise<void> {
  await store.deleteAttempts(new Date(now.getTime() - 60 * minuteMs).toISOString(), new Date(now.getTime() + 60 * minuteMs).toISOString())
}
