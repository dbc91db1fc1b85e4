import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { findPersonalData, maskPersonalData } from '#text'
import { logReading } from './log-reading.ts'
import * as store from './store.server.ts'

export type ReviewWish = { readonly page: number; readonly verdict: 'waiting' | 'may-be-shown' | 'withheld'; readonly dialogue?: string; readonly group?: string }
export type ReviewRow = {
  readonly id: string
  /** Its own words until somebody has masked it; from then on the masked. */
  readonly text: string
  readonly group: string
  readonly question: string
  /** As it would be shown: as somebody has masked it, else with what looks like personal data masked. */
  readonly suggestion: string
  /** Something in it looks like personal data. */
  readonly flagged: boolean
  /** How many statements have the same words, this one among them. */
  readonly same: number
}
export type ReviewQueue = {
  readonly counts: { readonly waiting: number; readonly 'may-be-shown': number; readonly withheld: number }
  readonly page: number
  readonly pages: number
  readonly statements: readonly ReviewRow[]
}

const perPage = 25

/**
 * A page of the statements that wait for review or have had it, with what should be masked pointed out. That they were read is written down; four statements.
 */
export async function readReviewQueue(actor: Actor, { page, ...filter }: ReviewWish, now: Moment): Promise<ReviewQueue> {
  const counted = await store.countByVerdict(filter)
  const countOf = (verdict: string | null) => counted.find((each) => each.verdict === verdict)?.count ?? 0
  const counts = { waiting: countOf(null), 'may-be-shown': countOf('may-be-shown'), withheld: countOf('withheld') }
  const pages = Math.max(1, Math.ceil(counts[filter.verdict] / perPage))
  const at = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  const rows = await store.listForReview(filter, perPage, (at - 1) * perPage)
  await logReading(actor, 'review', rows, now)
  const same = new Map((await store.countSameWords([...new Set(rows.map(({ grouping }) => grouping))])).map(({ grouping, count }) => [grouping, count]))
  return {
    counts,
    page: at,
    pages,
    statements: rows.map(({ id, text, group, question, grouping, maskedText }) => ({
      id,
      text: maskedText ?? text,
      group,
      question,
      suggestion: maskedText ?? maskPersonalData(text).text,
      flagged: findPersonalData(maskedText ?? text).length > 0,
      same: same.get(grouping) ?? 1,
    })),
  }
}
