import type { Actor, Role } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import * as store from './store.server.ts'

export type Subject = { readonly kind: string; readonly id: string }

/**
 * Writes an event of the act into the caller's transaction, so that there is no act without its trace and no trace without its act.
 * Throws outside a transaction. Never carries what a resident wrote: ids and reasons only.
 *
 * @example
 * await transaction(async () => {
 *   await recordEvent({ actor, role: 'process-leader', act: 'step-moved', subject: { kind: 'step', id }, why: 'Pandemin', now })
 * })
 */
export async function recordEvent(event: { actor: Actor; role: Role; act: string; subject: Subject; why?: string; now: Moment }): Promise<void> {
  await store.putEvent({
    at: event.now.at,
    person: event.actor.person,
    role: event.role,
    act: event.act,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    why: event.why || null,
  })
}
