import type { Day } from '#kernel/day'
import * as names from './settings-store.server.ts'
import * as store from './store.server.ts'

/** The organs under the names they have today, those that exist on the day or, without a day, all that there ever were. */
export async function readOrgans(on?: Day) {
  const organs = await store.listOrgans()
  return on ? organs.filter((organ) => organ.validFrom <= on && (organ.validTo === null || organ.validTo >= on)) : organs
}

/** The later names of the organs, each with the day it holds from and who gave it. */
export async function readOrganNames() {
  return names.listOrganNames()
}
