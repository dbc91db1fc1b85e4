import { maskPersonalData } from '#text'
import * as store from './store.server.ts'

export type ReviewQueue = {
  readonly left: number
  readonly statements: readonly { readonly id: string; readonly text: string; readonly group: string; readonly question: string; readonly masked: string; readonly flagged: boolean; readonly same: number }[]
}

const perPage = 25

/** Statements that nobody has reviewed, with what should be masked pointed out, and how many on the page say the same; two statements. */
export async function readReviewQueue(page: number): Promise<ReviewQueue> {
  const [left, rows] = [await store.countUnreviewed(), await store.listUnreviewed(perPage, Math.max(0, page - 1) * perPage)]
  return {
    left,
    statements: rows.map((row) => {
      const masked = maskPersonalData(row.text)
      return { id: row.id, text: row.text, group: row.group, question: row.question, masked: masked.text, flagged: masked.masked.length > 0, same: rows.filter(({ grouping }) => grouping === row.grouping).length }
    }),
  }
}
