import { verifyRegistrationResponse } from '@simplewebauthn/server'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { type Invalid, invalid } from '#kernel/problems'
import { granted, type Result, refused } from '#kernel/result'
import { recordEvent } from '#trail'
import { mayKeepPasskeys } from './access.ts'
import { isFresh } from './is-fresh.ts'
import { passkeyAlgorithms, passkeyHome } from './passkey-home.ts'
import { takeChallenge } from './pose-challenge.ts'
import { newPasskeyProof, passkeyForm } from './schema.ts'
import { sendMail } from './send-mail.ts'
import * as store from './store.server.ts'
import { words } from './words.ts'

type Added = { readonly name: string; readonly answer: string; readonly address: string; readonly secret: string; readonly signedInAt: string | undefined }
export type AddingRefusal =
  | { refused: 'forbidden' }
  /** Signed in more than ten minutes ago. */
  | { refused: 'not-fresh' }
  /** No answer to a challenge that this browser was given for this person, or a passkey that is here already. */
  | { refused: 'not-recognised' }
  | Invalid

/** Ties a new passkey to whoever is signed in, and tells them by mail: somebody else's doing must not go unseen. Only its public half comes here. */
export async function addPasskey(actor: Actor, input: Added, now: Moment): Promise<Result<{ id: string }, AddingRefusal>> {
  const role = mayKeepPasskeys(actor)
  if (!role) return refused({ refused: 'forbidden' })
  if (!isFresh(input.signedInAt, now)) return refused({ refused: 'not-fresh' })
  const read = passkeyForm.safeParse({ name: input.name })
  if (!read.success) return refused(invalid(read.error.issues))
  const credential = await credentialOf(actor, input, now)
  if (!credential) return refused({ refused: 'not-recognised' })
  return store.transaction(async () => {
    const person = await store.findPerson(actor.person)
    const passkey = await store.putPasskey({ ...credential, personId: actor.person, name: read.data.name, addedAt: now.at })
    if (!person || !passkey) return refused({ refused: 'not-recognised' })
    await recordEvent({ actor, role, act: 'passkey-added', subject: { kind: 'passkey', id: passkey.id }, now })
    await sendMail({ recipient: person.email, subject: words.passkeySubject, body: words.passkeyBody(read.data.name, `${input.address}/arbete/mina-nycklar`) })
    return granted({ id: passkey.id })
  })
}

async function credentialOf(actor: Actor, { address, secret, answer }: Added, now: Moment) {
  const [home, posed, proof] = [passkeyHome(address), await takeChallenge('add', secret, now), newPasskeyProof.safeParse(answer)]
  if (!home || posed?.about !== actor.person || !proof.success) return undefined
  const checked = await verifyRegistrationResponse({
    response: { ...proof.data, clientExtensionResults: {} },
    expectedChallenge: posed.challenge,
    expectedOrigin: home.origin,
    expectedRPID: home.name,
    requireUserVerification: true,
    supportedAlgorithmIDs: passkeyAlgorithms,
  }).catch(() => undefined)
  if (!checked?.verified) return undefined
  const { id, publicKey, counter } = checked.registrationInfo.credential
  return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter }
}
