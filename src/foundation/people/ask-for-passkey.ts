import { generateAuthenticationOptions, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { passkeyHome } from './passkey-home.ts'
import { poseChallenge } from './pose-challenge.ts'

/** What a browser is asked when somebody wants to sign in with a passkey. It says nothing of who has one. Refuses `not-found` where there can be none. */
export async function askForPasskey(
  input: { address: string },
  now: Moment,
): Promise<Result<{ question: PublicKeyCredentialRequestOptionsJSON; secret: string }, { refused: 'not-found' }>> {
  const home = passkeyHome(input.address)
  if (!home) return refused({ refused: 'not-found' })
  const { challenge, secret } = await poseChallenge('sign-in', '', now)
  return granted({ question: await generateAuthenticationOptions({ rpID: home.name, challenge, userVerification: 'required' }), secret })
}
