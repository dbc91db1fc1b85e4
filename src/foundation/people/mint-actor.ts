import type { Actor } from '#kernel/actor'
import type { Day } from '#kernel/day'
import * as store from './store.server.ts'

/** The actor that a person is on a day: the assignments that hold. Nothing for an unknown person. The only mint of actors. */
export async function mintActor(personId: string, on: Day): Promise<Actor | undefined> {
  const held = await store.listAssignments(on, [personId])
  if (held.length === 0) return undefined
  const assignments: Actor['assignments'] = held.map(({ role, organId }) => ({ role, organ: organId }))
  // The one place where an actor is branded as one.
  return { person: personId, assignments } as Actor
}
