import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { installationSecret } from '#http/secret'

const randomLength = 16
const signLength = 8

/**
 * The token of somebody who takes part in a dialogue of statements: 128 random bits and a sign that we made it, for this dialogue. With a key of the
 * caller's own it is always the same, so that a first vote that is sent again is not by somebody else.
 */
export function mintParticipant(dialogueId: string, key?: string): string {
  const random = key === undefined ? randomBytes(randomLength) : keyed('opinion newcomer', `${dialogueId} ${key}`).subarray(0, randomLength)
  return Buffer.concat([random, signOf(dialogueId, random)]).toString('base64url')
}

/** Whether a token was made here, for this dialogue. */
export function isParticipant(dialogueId: string, token: string): boolean {
  if (!/^[\w-]{32}$/.test(token)) return false
  const bytes = Buffer.from(token, 'base64url')
  return timingSafeEqual(bytes.subarray(randomLength), signOf(dialogueId, bytes.subarray(0, randomLength)))
}

/** What is stored of a token beside votes: an identity made of its keyed hash. */
export function participantOf(dialogueId: string, token: string): string {
  const hex = keyed('opinion participant', `${dialogueId} ${token}`).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** What is stored of a token beside what its holder has proposed. Nothing in the database says that it is the same person as one who voted. */
export function authorOf(dialogueId: string, token: string): string {
  return keyed('opinion author', `${dialogueId} ${token}`).toString('base64url')
}

function signOf(dialogueId: string, random: Buffer): Buffer {
  return keyed('opinion token', `${dialogueId} ${random.toString('hex')}`).subarray(0, signLength)
}

function keyed(purpose: string, text: string): Buffer {
  return createHmac('sha256', installationSecret()).update(`${purpose}: ${text}`).digest()
}
