import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Moment } from '#kernel/moment'
import * as store from './store.server.ts'

const holdsMs = 5 * 60_000

/** What a challenge to a passkey is for: an answer to one is no answer to the other. */
export type Purpose = 'add' | 'sign-in'

/**
 * A challenge to a passkey, and the secret that the browser keeps meanwhile. The challenge comes out of the secret, so that nothing stored here lets
 * anybody else answer it, and only the browser that asked can.
 */
export async function poseChallenge(purpose: Purpose, about: string, now: Moment): Promise<{ challenge: Uint8Array<ArrayBuffer>; secret: string }> {
  const secret = randomBytes(32).toString('base64url')
  await store.putVerification(knownAs(purpose, secret), about, new Date(Date.parse(now.at) + holdsMs))
  return { challenge: new Uint8Array(challengeOf(purpose, secret)), secret }
}

/** The challenge that the browser's secret stands for, and what it was about; once, and for five minutes. */
export async function takeChallenge(purpose: Purpose, secret: string, now: Moment): Promise<{ challenge: string; about: string } | undefined> {
  const about = secret === '' ? undefined : await store.takeVerificationValue(knownAs(purpose, secret), new Date(now.at))
  return about === undefined ? undefined : { challenge: challengeOf(purpose, secret).toString('base64url'), about }
}

function challengeOf(purpose: Purpose, secret: string): Buffer {
  return createHmac('sha256', secret).update(`passkey ${purpose}`).digest()
}

function knownAs(purpose: Purpose, secret: string): string {
  return `passkey ${purpose} ${createHash('sha256').update(secret).digest('hex')}`
}
