import { createHash } from 'node:crypto'
import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { findProvider } from './read-providers.ts'
import { beginAbroad } from './sign-in-abroad.ts'
import * as store from './store.server.ts'

const holdsMs = 10 * 60_000

/**
 * Sends somebody to a provider to say who they are. The secret is for a cookie of that browser alone. Refuses `not-found` for a provider that is none,
 * `provider-silent` when it does not answer.
 */
export async function beginForeignSignIn(
  input: { provider: string; address: string; returnTo: string },
  now: Moment,
): Promise<Result<{ location: string; secret: string }, { refused: 'not-found' } | { refused: 'provider-silent' }>> {
  const provider = findProvider(input.provider)
  if (!provider) return refused({ refused: 'not-found' })
  const begun = await beginAbroad(provider, callbackOf(input.address, provider.key)).catch(() => undefined)
  if (!begun) return refused({ refused: 'provider-silent' })
  await store.putVerification(journeyOf(provider.key, begun.secret), input.returnTo, new Date(Date.parse(now.at) + holdsMs))
  return granted(begun)
}

/** Where a provider sends the browser back. */
export function callbackOf(address: string, provider: string): string {
  return `${address}/logga-in/svar/${provider}`
}

/** What a journey is known by: nothing that would let anybody else end it. */
export function journeyOf(provider: string, secret: string): string {
  return `sign-in ${provider} ${createHash('sha256').update(secret).digest('hex')}`
}
