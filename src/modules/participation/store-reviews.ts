import type { Cause } from './rules/cause.ts'
import * as store from './store.server.ts'

export type ToldReview = {
  readonly statementId: string
  readonly verdict: 'may-be-shown' | 'withheld'
  readonly maskedText: string | null
  /** Why it was masked or withheld. */
  readonly cause: Cause | null
  readonly reason: string | null
  readonly reviewedBy: string
  readonly reviewedAt: string
}

/** Writes many reviews at once, for stories told afterwards. In the caller's transaction. */
export async function storeReviews(reviews: readonly ToldReview[]): Promise<void> {
  await store.putReviews([...reviews])
}
