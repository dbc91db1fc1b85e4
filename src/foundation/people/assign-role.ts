import type { z } from 'zod'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { type Invalid, invalid } from '#kernel/problems'
import { granted, type Result, refused } from '#kernel/result'
import { recordEvent } from '#trail'
import { mayAssignRole } from './access.ts'
import { assignmentForm } from './schema.ts'
import * as store from './store.server.ts'

export type AssignmentRefusal = { refused: 'forbidden' } | { refused: 'not-found' } | { refused: 'already-assigned' } | Invalid

/** Gives a person one more assignment, from today. */
export async function assignRole(actor: Actor, input: z.input<typeof assignmentForm>, now: Moment): Promise<Result<{ id: string }, AssignmentRefusal>> {
  const role = mayAssignRole(actor)
  if (!role) return refused({ refused: 'forbidden' })
  const read = assignmentForm.safeParse(input)
  if (!read.success) return refused(invalid(read.error.issues))
  const { personId, organId } = read.data
  return store.transaction(async () => {
    if (!(await store.findPerson(personId)) || !(await store.findOrgan(organId))) return refused({ refused: 'not-found' })
    const held = await store.listAssignments(now.day, [personId])
    if (held.some((each) => each.organId === organId && each.role === read.data.role)) return refused({ refused: 'already-assigned' })
    const assignment = await store.putAssignment({ personId, organId, role: read.data.role, validFrom: now.day })
    if (!assignment) return refused({ refused: 'already-assigned' })
    await recordEvent({ actor, role, act: 'role-assigned', subject: { kind: 'assignment', id: assignment.id }, now })
    return granted({ id: assignment.id })
  })
}
