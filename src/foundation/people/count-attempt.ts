import { createHmac } from 'node:crypto'
import { installationSecret } from '#http/secret'
import * as store from './store.server.ts'

const windowMs = 60_000

/**
 * Counts one more try of somebody at a secret, and answers with how many they have made within a minute, whichever process they came to. Who it is
 * is kept as a keyed hash, and no longer than the hour.
 */
export async function countAttempt(who: string, now: Date): Promise<number> {
  const key = createHmac('sha256', installationSecret()).update(`attempt ${who}`).digest('hex')
  return store.addAttempt(key, now.toISOString(), new Date(now.getTime() - windowMs).toISOString())
}

/** Forgets tries that are an hour old. */
export async function forgetAttempts(now: Date): Promise<void> {
  await store.deleteAttempts(new Date(now.getTime() - 60 * windowMs).toISOString())
}
