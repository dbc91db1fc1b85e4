import { createHmac, randomBytes } from 'node:crypto'
import * as oidc from 'openid-client'
import type { Provider } from './read-providers.ts'

/** What a provider has vouched for. */
export type Voucher = {
  readonly subject: string
  readonly email: string | undefined
  readonly name: string | undefined
  readonly personalNumber: string | undefined
  /** What the claim that roles follow says; nothing that is not plain text. */
  readonly values: readonly string[]
}

const secondsToWait = 10
// Swedish OpenID Connect Profile: what an e-identification is asked for and answers with.
const numberScope = 'https://id.oidc.se/scope/naturalPersonNumber'
const numberClaim = 'https://id.oidc.se/claim/personalIdentityNumber'

/**
 * Where the browser is to go, and the secret that it keeps meanwhile. State, nonce and PKCE verifier all come out of the secret, so that nothing of them is
 * stored here, and only the browser that began can end it.
 */
export async function beginAbroad(provider: Provider, callback: string): Promise<{ location: string; secret: string }> {
  const secret = randomBytes(32).toString('base64url')
  const { state, nonce, verifier } = derivedFrom(secret)
  const location = oidc.buildAuthorizationUrl(await discovered(provider), {
    redirect_uri: callback,
    scope: provider.kind === 'staff' ? ['openid', 'email', provider.roles?.letIn && 'profile', provider.roles?.scope].filter(Boolean).join(' ') : `openid ${numberScope}`,
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(provider.acr ? { acr_values: provider.acr } : {}),
  })
  return { location: location.href, secret }
}

/**
 * What the provider vouches for when the browser comes back: the code is exchanged, and the token's signature, issuer, audience, time and nonce are tried.
 * Throws when anything is not as it should be. The provider's document and keys are read anew each time, so that a change of keys is no trouble.
 */
export async function endAbroad(provider: Provider, returned: URL, secret: string): Promise<Voucher> {
  const { state, nonce, verifier } = derivedFrom(secret)
  const config = await discovered(provider)
  const tokens = await oidc.authorizationCodeGrant(config, returned, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true })
  const token = tokens.claims()
  if (!token) throw new Error('The provider sent no identity.')
  const told = { ...(config.serverMetadata().userinfo_endpoint ? await oidc.fetchUserInfo(config, tokens.access_token, token.sub) : {}), ...token }
  const email = typeof told.email === 'string' && told.email_verified !== false ? told.email : undefined
  const number = told[numberClaim]
  return {
    subject: token.sub,
    email,
    name: typeof told.name === 'string' && told.name.trim() !== '' ? told.name.trim().slice(0, 120) : undefined,
    personalNumber: typeof number === 'string' && /^\d{12}$/.test(number) ? number : undefined,
    values: provider.roles ? valuesOf(told, provider.roles.claim) : [],
  }
}

function valuesOf(told: Record<string, unknown>, claim: string): readonly string[] {
  // A directory with many groups may only say that they are to be fetched elsewhere. That is not the same as having none.
  const elsewhere = told._claim_names
  if (typeof elsewhere === 'object' && elsewhere !== null && claim in elsewhere) throw new Error(`The provider does not send ${claim} along.`)
  const value = told[claim]
  return [value].flat().filter((each) => typeof each === 'string')
}

function derivedFrom(secret: string) {
  const of = (what: string) => createHmac('sha256', secret).update(what).digest('base64url')
  return { state: of('state'), nonce: of('nonce'), verifier: of('verifier') }
}

function discovered({ issuer, clientId, clientSecret }: Provider): Promise<oidc.Configuration> {
  const server = new URL(issuer)
  const isAtHome = server.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(server.hostname)
  return oidc.discovery(server, clientId, clientSecret, oidc.ClientSecretBasic(clientSecret), {
    timeout: secondsToWait,
    // Signatures are tried although the answer comes straight from the provider.
    execute: [oidc.enableNonRepudiationChecks, ...(isAtHome ? [oidc.allowInsecureRequests] : [])],
  })
}
