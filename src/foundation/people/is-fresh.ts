import type { Moment } from '#kernel/moment'

const holdsMs = 10 * 60_000

/** Whether a sign-in is so new that its person may change what they sign in with: whoever finds an open screen must not make a key to it. */
export function isFresh(signedInAt: string | undefined, now: Moment): boolean {
  return signedInAt !== undefined && Date.parse(now.at) - Date.parse(signedInAt) <= holdsMs
}
