import type { Day } from '#kernel/day'
import * as store from './store.server.ts'

/** The organs, those that exist on the day or, without a day, all that there ever were. */
export async function readOrgans(on?: Day) {
  const organs = await store.listOrgans()
  return on ? organs.filter((organ) => organ.validFrom <= on && (organ.validTo === null || organ.validTo >= on)) : organs
}
