import type { z } from 'zod'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { type Invalid, invalid } from '#kernel/problems'
import { granted, type Result, refused } from '#kernel/result'
import { recordEvent } from '#trail'
import { mayInvitePerson } from './access.ts'
import { invitationForm } from './schema.ts'
import { sendMail } from './send-mail.ts'
import * as store from './store.server.ts'
import { roleWords, words } from './words.ts'

export type InvitationRefusal = { refused: 'forbidden' } | { refused: 'not-found' } | { refused: 'already-invited' } | Invalid

/**
 * Invites somebody to work here, with a first assignment from today. They sign in by a link to their e-mail; with the address of the installation, a mail
 * tells them where.
 */
export async function invitePerson(actor: Actor, input: z.input<typeof invitationForm> & { address?: string }, now: Moment): Promise<Result<{ id: string }, InvitationRefusal>> {
  const role = mayInvitePerson(actor)
  if (!role) return refused({ refused: 'forbidden' })
  const read = invitationForm.safeParse(input)
  if (!read.success) return refused(invalid(read.error.issues))
  return store.transaction(async () => {
    if (!(await store.findOrgan(read.data.organId))) return refused({ refused: 'not-found' })
    if (await store.findPersonByEmail(read.data.email)) return refused({ refused: 'already-invited' })
    const person = await store.putPerson(read.data)
    await store.putAssignment({ personId: person.id, organId: read.data.organId, role: read.data.role, validFrom: now.day })
    if (input.address !== undefined)
      await sendMail({ recipient: person.email, subject: words.invitationSubject, body: words.invitationBody(person.name, roleWords[read.data.role], input.address) })
    await recordEvent({ actor, role, act: 'person-invited', subject: { kind: 'person', id: person.id }, now })
    return granted({ id: person.id })
  })
}
