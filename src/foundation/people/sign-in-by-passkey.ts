import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { z } from 'zod'
import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { issueToken, spendToken } from './authentication.server.ts'
import { mintActor } from './mint-actor.ts'
import { passkeyHome } from './passkey-home.ts'
import { takeChallenge } from './pose-challenge.ts'
import { passkeyProof } from './schema.ts'
import * as store from './store.server.ts'

type Passkey = NonNullable<Awaited<ReturnType<typeof store.findPasskey>>>

/**
 * Lets in whoever has an assignment here and answers the challenge with a passkey of theirs; each challenge once. Answers with the cookies of a new session.
 * Refuses `not-recognised`, always the same, whatever was wrong.
 */
export async function signInByPasskey(
  input: { address: string; secret: string; answer: string },
  now: Moment,
): Promise<Result<{ cookies: string[] }, { refused: 'not-recognised' }>> {
  const [home, posed, proof] = [passkeyHome(input.address), await takeChallenge('sign-in', input.secret, now), passkeyProof.safeParse(input.answer)]
  if (!home || !posed || !proof.success) return refused({ refused: 'not-recognised' })
  const passkey = await store.findPasskey(proof.data.id)
  const counter = passkey && (await counterOf(passkey, proof.data, home, posed.challenge))
  if (!passkey || counter === undefined || !(await mintActor(passkey.personId, now.day))) return refused({ refused: 'not-recognised' })
  // Asked again in the database: two answers at the same instant may both have been right.
  if (!(await store.usePasskey(passkey.id, counter, now.at))) return refused({ refused: 'not-recognised' })
  const person = await store.findPerson(passkey.personId)
  const token = person && (await issueToken(person.email))
  const cookies = token && (await spendToken(token))
  return cookies ? granted({ cookies }) : refused({ refused: 'not-recognised' })
}

/** What the passkey has counted to, when the answer is its own; nothing for one that is forged, for elsewhere, or counts backwards. */
async function counterOf(passkey: Passkey, proof: z.output<typeof passkeyProof>, home: { origin: string; name: string }, challenge: string): Promise<number | undefined> {
  // The passkey itself says whose it is: a key that somebody moved to another person opens nothing.
  if (Buffer.from(proof.response.userHandle, 'base64url').toString() !== passkey.personId) return undefined
  const { publicKey, counter, credentialId } = passkey
  const answer = await verifyAuthenticationResponse({
    response: { ...proof, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: home.origin,
    expectedRPID: home.name,
    credential: { id: credentialId, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
    requireUserVerification: true,
  }).catch(() => undefined)
  return answer?.verified ? answer.authenticationInfo.newCounter : undefined
}
