import type { z } from 'zod'
import type { Actor, Permission, Role } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { type Invalid, invalid } from '#kernel/problems'
import { type Refused, type Result, refused } from '#kernel/result'
import { transaction } from '../db/database.server.ts'
import { recordEvent } from './record-event.ts'

type Desk<Input> = {
  readonly actor: Actor
  readonly role: Role
  readonly input: Input
  readonly now: Moment
  /** Writes the event of the act into its transaction. */
  record(act: string, subject: { kind: string; id: string }, why?: string | null): Promise<void>
}

/**
 * Makes a use case of an act: who may do it, what its form holds, and the act itself in one transaction.
 * Refuses `forbidden` and `invalid` before the act is begun, and `not-found` when an id in the form points at nothing; a refusal
 * out of the act itself rolls everything back.
 *
 * @example
 * export const moveStep = command(mayMoveStep, moveForm, async ({ input, actor, now, record }) => {
 *   if (!(await store.findStep(input.stepId))) return refused({ refused: 'not-found' })
 *   await store.putMove({ ...input, movedBy: actor.person, movedAt: now.at })
 *   await record('step-moved', { kind: 'step', id: input.stepId }, input.reason)
 *   return granted(null)
 * })
 */
export function command<Schema extends z.ZodType, Outcome extends Result<unknown, Refused>>(
  permission: Permission,
  form: Schema,
  act: (desk: Desk<z.output<Schema>>) => Promise<Outcome>,
): (
  actor: Actor,
  input: z.input<Schema>,
  now: Moment,
) => Promise<Outcome | { readonly granted: false; readonly refusal: Invalid | { readonly refused: 'forbidden' } | { readonly refused: 'not-found' } }> {
  return async (actor, input, now) => {
    const role = permission(actor)
    if (!role) return refused({ refused: 'forbidden' })
    const read = form.safeParse(input)
    if (!read.success) return refused(invalid(read.error.issues))
    try {
      return await transaction(async () => {
        const result = await act({
          actor,
          role,
          input: read.data,
          now,
          record: (name, subject, why) => recordEvent({ actor, role, act: name, subject, why: why ?? undefined, now }),
        })
        if (!result.granted) throw new Undone(result)
        return result
      })
    } catch (thrown) {
      if (thrown instanceof Undone) return thrown.result as Outcome
      if (pointsAtNothing(thrown)) return refused({ refused: 'not-found' })
      throw thrown
    }
  }
}

// PostgreSQL's foreign_key_violation. Ids come from forms only, so a row that points at nothing was asked for by a forged one.
function pointsAtNothing(fault: unknown): boolean {
  return fault instanceof Error && fault.cause instanceof Error && 'code' in fault.cause && fault.cause.code === '23503'
}

// Thrown to roll the transaction back, and caught at once: a refused act leaves no row behind.
class Undone extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('refused')
    this.result = result
  }
}
