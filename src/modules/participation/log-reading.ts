import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { mayReadStatements } from './access.ts'
import * as store from './readings-store.server.ts'
import { purposeOf, type ReadingPage } from './rules/purpose.ts'

/**
 * Writes that somebody is given these statements in their own words, once for each dialogue. Whoever may not read them gets an error, for a page that came so
 * far is a bug. Only the readings that hand out raw texts call it, so that none can be read without.
 */
export async function logReading(actor: Actor, page: ReadingPage, statements: readonly { readonly dialogueId: string }[], now: Moment): Promise<void> {
  const role = mayReadStatements(actor)
  if (!role) throw new Error('Answers in their own words were asked for by somebody who may not read them.')
  const read = Map.groupBy(statements, ({ dialogueId }) => dialogueId)
  // In one order, so that two readers at once never wait for each other's rows.
  const rows = [...read].sort(([a], [b]) => a.localeCompare(b))
  await store.addReadings(
    rows.map(([dialogueId, same]) => ({
      personId: actor.person,
      dialogueId,
      readOn: now.day,
      page,
      purpose: purposeOf(page, role),
      statements: same.length,
      lastAt: now.at,
    })),
  )
}
