import { createHash, randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { Moment } from '#kernel/moment'
import { type Invalid, invalid } from '#kernel/problems'
import { granted, type Result, refused } from '#kernel/result'
import { recordSystemEvent } from '#trail'
import { firstAdministratorForm } from './schema.ts'
import * as store from './store.server.ts'

const purpose = 'first-administrator'
const day = 24 * 60 * 60 * 1000

export type WelcomeRefusal = { refused: 'not-found' } | Invalid

/** Makes the one-time key that lets the first administrator in. Nothing when somebody is here already. */
export async function issueFirstKey(now: Moment): Promise<string | undefined> {
  if ((await store.countPersons()) > 0) return undefined
  const key = randomBytes(24).toString('base64url')
  await store.putVerification(purpose, hashOf(key), new Date(Date.parse(now.at) + day))
  return key
}

/** Whether the key still opens the form. */
export async function isFirstKey(key: string, now: Moment): Promise<boolean> {
  return (await store.countPersons()) === 0 && (await store.hasVerification(purpose, hashOf(key), new Date(now.at)))
}

/** Makes the municipality and its first administrator, once. Refuses `not-found` for a spent, old or forged key; `invalid`. */
export async function welcomeFirstAdministrator(input: { key: string } & z.input<typeof firstAdministratorForm>, now: Moment): Promise<Result<{ email: string }, WelcomeRefusal>> {
  const read = firstAdministratorForm.safeParse(input)
  if (!(await isFirstKey(input.key, now))) return refused({ refused: 'not-found' })
  if (!read.success) return refused(invalid(read.error.issues))
  return store.transaction(async () => {
    if (!(await store.takeVerification(purpose, hashOf(input.key), new Date(now.at)))) return refused({ refused: 'not-found' })
    await store.putMunicipality(read.data.municipality, 'real')
    const person = await store.putPerson(read.data)
    const board = await store.putOrgan({ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: now.day })
    const council = await store.putOrgan({ key: 'kf', name: 'Kommunfullmäktige', kind: 'council', validFrom: now.day })
    if (!board || !council) throw new Error('An empty municipality already had organs.')
    await store.putAssignment({ personId: person.id, organId: board.id, role: 'administrator', validFrom: now.day })
    await recordSystemEvent({ act: 'first-administrator-welcomed', subject: { kind: 'person', id: person.id }, now })
    return granted({ email: person.email })
  })
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
