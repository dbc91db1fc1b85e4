import { createHmac } from 'node:crypto'
import { installationSecret } from '#http/secret'
import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { recordSystemEvent } from '#trail'
import { issueToken, spendToken } from './authentication.server.ts'
import { callbackOf, journeyOf } from './begin-foreign-sign-in.ts'
import { followClaims, givenBy } from './follow-claims.ts'
import { mintActor } from './mint-actor.ts'
import { findProvider, type Provider } from './read-providers.ts'
import { endAbroad, type Voucher } from './sign-in-abroad.ts'
import * as store from './store.server.ts'

export type ForeignRefusal =
  | { refused: 'not-found' }
  /** Too old, used before, or begun in another browser. */
  | { refused: 'journey-over' }
  /** The provider says no, does not answer, or what it says does not hold. */
  | { refused: 'not-vouched-for' }
  /** Vouched for, and nobody who works here; for an e-identification, one that nobody has tied to themselves. */
  | { refused: 'unknown-person' }

type Returned = {
  readonly provider: string
  readonly address: string
  /** The question part of the address that the browser came back with. */
  readonly search: string
  readonly secret: string
  /** Who is signed in already, and ties what the provider vouches for to themselves. */
  readonly signedIn: string | undefined
}

/** Lets somebody in whom a provider vouches for and who has an assignment here; each journey once. Answers with the cookies of a new session and where to go. */
export async function finishForeignSignIn(input: Returned, now: Moment): Promise<Result<{ cookies: string[]; returnTo: string }, ForeignRefusal>> {
  const provider = findProvider(input.provider)
  if (!provider) return refused({ refused: 'not-found' })
  const returnTo = input.secret === '' ? undefined : await store.takeVerificationValue(journeyOf(provider.key, input.secret), new Date(now.at))
  if (returnTo === undefined) return refused({ refused: 'journey-over' })
  const voucher = await endAbroad(provider, new URL(`${callbackOf(input.address, provider.key)}${input.search}`), input.secret).catch((fault: unknown) => {
    console.error(JSON.stringify({ level: 'warning', provider: provider.key, fault: fault instanceof Error ? fault.message : String(fault) }))
    return undefined
  })
  if (!voucher) return refused({ refused: 'not-vouched-for' })
  const person = (await recognise(provider, voucher, input.signedIn, now)) ?? (await admit(provider, voucher, now))
  if (person) await followClaims(person.id, provider, voucher.values, now)
  if (!person || !(await mintActor(person.id, now.day))) return refused({ refused: 'unknown-person' })
  const token = await issueToken(person.email)
  const cookies = token && (await spendToken(token))
  return cookies ? granted({ cookies, returnTo }) : refused({ refused: 'unknown-person' })
}

async function recognise(provider: Provider, voucher: Voucher, signedIn: string | undefined, now: Moment) {
  const account = accountOf(provider, voucher)
  if (!account) return undefined
  const known = await store.findPersonByAccount(provider.key, account)
  if (known) return known
  const person = signedIn ? await store.findPerson(signedIn) : provider.kind === 'staff' && voucher.email ? await store.findPersonByEmail(voucher.email) : undefined
  if (!person) return undefined
  await store.transaction(async () => {
    await store.putAccount(person.id, provider.key, account)
    await recordSystemEvent({ act: 'account-tied', subject: { kind: 'person', id: person.id }, now })
  })
  return person
}

/** Lets in somebody whom nobody invited, when the directory may do so and gives them an assignment. */
async function admit(provider: Provider, voucher: Voucher, now: Moment) {
  const { email, name, values } = voucher
  const account = accountOf(provider, voucher)
  if (!provider.roles?.letIn || !account || !email || email.length > 200 || (await store.findPersonByEmail(email))) return undefined
  if ((await givenBy(provider.roles, values, now.day)).length === 0) return undefined
  return store.transaction(async () => {
    const person = await store.putPerson({ name: name ?? email, email })
    await store.putAccount(person.id, provider.key, account)
    await recordSystemEvent({ act: 'person-admitted', subject: { kind: 'person', id: person.id }, why: provider.name, now })
    return person
  })
}

/** What a person is known by at a provider. A personal number is kept only as a keyed hash, which nobody can turn back without the installation's secret. */
function accountOf({ kind }: Provider, { subject, personalNumber }: Voucher): string | undefined {
  if (kind === 'staff') return subject
  return personalNumber && createHmac('sha256', installationSecret()).update(`personal number ${personalNumber}`).digest('hex')
}
