/** What a person may be assigned to be, in an organ and for a time. */
export const roles = ['process-leader', 'analyst', 'secretary', 'controller', 'responsible', 'auditor', 'administrator'] as const
export type Role = (typeof roles)[number]

declare const minted: unique symbol

/** Somebody who is signed in, with the assignments that hold today. Minted by people only, at each request. */
export type Actor = {
  readonly person: string
  readonly assignments: readonly { readonly role: Role; readonly organ: string }[]
  readonly [minted]: true
}

/** A sentence of access: asked of an actor, it answers with the role in which the act may be done, or with nothing. */
export type Permission = {
  (actor: Actor): Role | undefined
  readonly command: string
  readonly roles: readonly Role[]
}

/**
 * Writes a sentence of access: who may run the command. The command has the name of its use case file.
 *
 * @example
 * const mayOpenDialogue = may('open-dialogue', 'process-leader')
 * mayOpenDialogue(actor) // => 'process-leader', or undefined when the actor may not
 */
export function may(command: string, ...allowed: readonly Role[]): Permission {
  const permission = (actor: Actor) => allowed.find((role) => actor.assignments.some((assignment) => assignment.role === role))
  return Object.assign(permission, { command, roles: allowed })
}
