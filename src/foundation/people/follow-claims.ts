import { addDays, type Day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { recordSystemEvent } from '#trail'
import type { Provider } from './read-providers.ts'
import * as store from './store.server.ts'

type Rules = NonNullable<Provider['roles']>

/**
 * Lets a person's assignments follow what a staff directory says of them: those that it gives are begun or hold on, those that it gave and gives no longer
 * end at once, and so do the person's sessions. What somebody gave by hand, or another directory, is never touched.
 */
export async function followClaims(personId: string, provider: Provider, values: readonly string[], now: Moment): Promise<void> {
  const { roles } = provider
  if (!roles) return
  await store.transaction(async () => {
    const given = await givenBy(roles, values, now.day)
    const held = await store.listAssignments(now.day, [personId])
    const lasts = addDays(now.day, roles.holdsDays)
    for (const { role, organId } of given) {
      const same = held.filter((each) => each.role === role && each.organId === organId)
      const own = same.find(({ givenByProvider }) => givenByProvider === provider.key)
      if (own) await store.endAssignmentOn(own.id, lasts)
      if (same.length > 0) continue
      const begun = await store.giveByProvider({ personId, organId, role, validFrom: now.day, validTo: lasts, givenByProvider: provider.key })
      if (begun) await recordSystemEvent({ act: 'claim-followed', subject: { kind: 'assignment', id: begun.id }, why: provider.name, now })
    }
    const over = held.filter((each) => each.givenByProvider === provider.key && !given.some(({ role, organId }) => role === each.role && organId === each.organId))
    for (const { id } of over) {
      await store.endAssignmentOn(id, addDays(now.day, -1))
      await recordSystemEvent({ act: 'claim-withdrawn', subject: { kind: 'assignment', id }, why: provider.name, now })
    }
    if (over.length > 0) await store.deleteSessionsOf(personId)
  })
}

/** The assignments that a directory's words give on a day, each once. Words that no rule knows, and organs that are not here, give nothing. */
export async function givenBy(rules: Rules, values: readonly string[], on: Day): Promise<{ role: Rules['given'][number]['role']; organId: string }[]> {
  const asked = rules.given.filter(({ value }) => values.includes(value))
  if (asked.length === 0) return []
  const organs = (await store.listOrgans()).filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo >= on))
  const given = asked.flatMap(({ role, organ }) => organs.filter(({ key }) => key === organ).map(({ id }) => ({ role, organId: id })))
  return [...new Map(given.map((each) => [`${each.role} ${each.organId}`, each])).values()]
}
