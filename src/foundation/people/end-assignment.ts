import type { Actor } from '#kernel/actor'
import { addDays } from '#kernel/day'
import { identityField } from '#kernel/fields'
import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { recordEvent } from '#trail'
import { mayEndAssignment } from './access.ts'
import * as store from './store.server.ts'

export type EndingRefusal = { refused: 'forbidden' } | { refused: 'not-found' } | { refused: 'last-administrator' }

/**
 * Ends an assignment at once: yesterday was its last day, and every session of the person is gone.
 * Refuses to end the last administrator by hand, for then nobody could let anybody in.
 */
export async function endAssignment(actor: Actor, input: { assignmentId: string; reason: string }, now: Moment): Promise<Result<null, EndingRefusal>> {
  const role = mayEndAssignment(actor)
  if (!role) return refused({ refused: 'forbidden' })
  return store.transaction(async () => {
    const assignment = identityField.safeParse(input.assignmentId).success ? await store.findAssignment(input.assignmentId) : undefined
    if (!assignment) return refused({ refused: 'not-found' })
    const held = await store.listAssignments(now.day)
    if (!held.some(({ id }) => id === assignment.id)) return refused({ refused: 'not-found' })
    // One that a directory gave is gone when the directory says so, and opens no door for anybody then.
    const others = held.filter((each) => each.role === 'administrator' && each.id !== assignment.id && each.givenByProvider === null)
    if (assignment.role === 'administrator' && others.length === 0) return refused({ refused: 'last-administrator' })
    await store.endAssignmentOn(assignment.id, addDays(now.day, -1))
    await store.deleteSessionsOf(assignment.personId)
    await recordEvent({ actor, role, act: 'assignment-ended', subject: { kind: 'assignment', id: assignment.id }, why: input.reason, now })
    return granted(null)
  })
}
