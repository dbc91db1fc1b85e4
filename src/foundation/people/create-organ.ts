import type { z } from 'zod'
import type { Actor } from '#kernel/actor'
import { day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { type Invalid, invalid } from '#kernel/problems'
import { granted, type Result, refused } from '#kernel/result'
import { recordEvent } from '#trail'
import { mayCreateOrgan } from './access.ts'
import { organForm } from './schema.ts'
import * as store from './store.server.ts'

export type OrganRefusal = { refused: 'forbidden' } | { refused: 'taken' } | Invalid

/** Makes an organ of the municipality. Refuses: `forbidden`, `invalid`, `taken` (the key is in use). */
export async function createOrgan(actor: Actor, input: z.input<typeof organForm>, now: Moment): Promise<Result<{ id: string }, OrganRefusal>> {
  const role = mayCreateOrgan(actor)
  if (!role) return refused({ refused: 'forbidden' })
  const read = organForm.safeParse(input)
  if (!read.success) return refused(invalid(read.error.issues))
  return store.transaction(async () => {
    const organ = await store.putOrgan({ ...read.data, validFrom: day(read.data.validFrom) })
    if (!organ) return refused({ refused: 'taken' })
    await recordEvent({ actor, role, act: 'organ-created', subject: { kind: 'organ', id: organ.id }, now })
    return granted({ id: organ.id })
  })
}
