import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { eraseAnswer, isRestedOn } from './erase-answer.ts'
import { hashReceipt } from './mint-receipt.ts'
import { readReceiptCode } from './rules/receipt-code.ts'
import * as store from './store.server.ts'

/**
 * Takes back an answer by its receipt code: its words are erased, and nobody can find it any more. Refuses `not-found`, and `compiled` once somebody
 * has read the answer into the analysis: from then on it is part of what others have decided on.
 */
export async function withdrawAnswer(written: string, now: Moment): Promise<Result<null, { refused: 'not-found' } | { refused: 'compiled' }>> {
  const code = readReceiptCode(written.slice(0, 60))
  if (!code) return refused({ refused: 'not-found' })
  try {
    return await store.transaction(async () => {
      const found = await store.findResponse({ receiptHash: hashReceipt(code) })
      if (!found) return refused({ refused: 'not-found' })
      return (await eraseAnswer(found.response, 'withdrawn', now.day)) ? granted(null) : refused({ refused: 'not-found' })
    })
  } catch (fault) {
    if (isRestedOn(fault)) return refused({ refused: 'compiled' })
    throw fault
  }
}
