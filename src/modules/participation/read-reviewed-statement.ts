import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { logReading } from './log-reading.ts'
import { inSwedish } from './read-statements.ts'
import * as store from './store.server.ts'

/** One statement as it may be read in the workroom, what has been said of it and who has translated it. That it was read is written down; four statements. */
export async function readReviewedStatement(actor: Actor, id: string, now: Moment) {
  const [row] = await store.listStatementsByIds([id])
  if (!row) return undefined
  await logReading(actor, 'review', [row], now)
  const { text, question, group, isMasked } = row
  const [reviews, translations] = [await store.listReviewsOf(id), await store.listTranslationsOf(id)]
  return { id, text, question, group, isMasked, ...inSwedish(row), reviews, translations }
}
