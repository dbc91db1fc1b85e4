import { generateRegistrationOptions, type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { type Invalid, invalid } from '#kernel/problems'
import { granted, type Result, refused } from '#kernel/result'
import { isFresh } from './is-fresh.ts'
import { passkeyAlgorithms, passkeyHome } from './passkey-home.ts'
import { poseChallenge } from './pose-challenge.ts'
import { passkeyForm } from './schema.ts'
import * as store from './store.server.ts'

type Asked = { readonly address: string; readonly name: string; readonly municipality: string; readonly signedInAt: string | undefined }
export type AskingRefusal = { refused: 'not-found' } | { refused: 'not-fresh' } | Invalid

/**
 * What a browser is asked when somebody wants a new passkey: one that it can find again by itself, and that asks for a finger, a face or a code.
 * Refuses `not-found` where there can be none, `not-fresh` for a sign-in older than ten minutes, `invalid` for a name that can't be.
 */
export async function askForNewPasskey(
  actor: Actor,
  input: Asked,
  now: Moment,
): Promise<Result<{ question: PublicKeyCredentialCreationOptionsJSON; secret: string }, AskingRefusal>> {
  const [home, person] = [passkeyHome(input.address), await store.findPerson(actor.person)]
  if (!home || !person) return refused({ refused: 'not-found' })
  if (!isFresh(input.signedInAt, now)) return refused({ refused: 'not-fresh' })
  const read = passkeyForm.safeParse({ name: input.name })
  if (!read.success) return refused(invalid(read.error.issues))
  const { challenge, secret } = await poseChallenge('add', person.id, now)
  const question = await generateRegistrationOptions({
    rpName: `Samsyn, ${input.municipality}`,
    rpID: home.name,
    userID: new TextEncoder().encode(person.id),
    userName: person.email,
    userDisplayName: person.name,
    challenge,
    attestationType: 'none',
    supportedAlgorithmIDs: passkeyAlgorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: (await store.listPasskeys(person.id)).map(({ credentialId }) => ({ id: credentialId })),
  })
  return granted({ question, secret })
}
