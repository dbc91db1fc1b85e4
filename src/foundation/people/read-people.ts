import type { Role } from '#kernel/actor'
import type { Day } from '#kernel/day'
import { findProvider } from './read-providers.ts'
import * as store from './store.server.ts'

export type PersonAtWork = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly assignments: readonly {
    readonly id: string
    readonly organ: string
    readonly organId: string
    readonly role: Role
    /** The directory that gave it. */
    readonly givenBy: string | null
  }[]
}

/** Everybody who works here, with the assignments that hold on the day. */
export async function readPeople(on: Day): Promise<PersonAtWork[]> {
  const [people, held] = [await store.listPersons(), await store.listAssignments(on)]
  const said = held.map((each) => ({ ...each, givenBy: each.givenByProvider && (findProvider(each.givenByProvider)?.name ?? each.givenByProvider) }))
  return people.map((person) => ({ ...person, assignments: said.filter(({ personId }) => personId === person.id) }))
}
