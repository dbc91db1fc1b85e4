import { createHmac, createSecretKey, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto'
import { installationSecret } from '#http/secret'

const randomLength = 16
const signLength = 8

/**
 * The token of somebody who takes part in a dialogue of statements: 128 random bits and a sign that we made it, for this dialogue. With a key of the
 * caller's own it is always the same, so that a first vote that is sent again is not by somebody else.
 */
export function mintParticipant(dialogueId: string, key?: string): string {
  const random = key === undefined ? randomBytes(randomLength) : keyed('opinion newcomer', `${dialogueId} ${key}`).subarray(0, randomLength)
  return Buffer.concat([random, signAndIdentity(dialogueId, random).sign]).toString('base64url')
}

/** Whether a token was made here, for this dialogue. */
export function isParticipant(dialogueId: string, token: string): boolean {
  return findParticipant(dialogueId, token) !== undefined
}

/** What is stored of a token beside votes: an identity made of its keyed hash. Nothing of a token that wasn't made here, for this dialogue. */
export function findParticipant(dialogueId: string, token: string): string | undefined {
  if (!/^[\w-]{32}$/.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const { sign, identity } = signAndIdentity(dialogueId, bytes.subarray(0, randomLength))
  return timingSafeEqual(bytes.subarray(randomLength), sign) ? identity : undefined
}

/** What is stored of a token beside what its holder has proposed. Nothing in the database says that it is the same person as one who voted. */
export function authorOf(dialogueId: string, token: string): string {
  return keyed('opinion author', `${dialogueId} ${token}`).toString('base64url')
}

// Of one keyed hash, because every vote needs both: the first half is stored, and of the other half is the sign. Neither can be reckoned from the other.
function signAndIdentity(dialogueId: string, random: Buffer): { readonly sign: Buffer; readonly identity: string } {
  const hash = keyed('opinion participant', `${dialogueId} ${random.toString('hex')}`)
  const hex = hash.toString('hex', 0, 16)
  const identity = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
  return { sign: hash.subarray(16, 16 + signLength), identity }
}

let held: { readonly secret: Buffer; readonly key: KeyObject } | undefined

// The key is made once, and not for every vote.
function keyed(purpose: string, text: string): Buffer {
  const secret = installationSecret()
  if (held?.secret !== secret) held = { secret, key: createSecretKey(secret) }
  return createHmac('sha256', held.key).update(`${purpose}: ${text}`).digest()
}
