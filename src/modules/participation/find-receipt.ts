import type { Day } from '#kernel/day'
import { readReceiptCode } from './rules/receipt-code.ts'
import * as store from './store.server.ts'
import { receiptHash } from './submit-answer.ts'

export type FoundAnswer = {
  readonly responseId: string
  readonly processId: string
  readonly dialogue: string
  readonly receivedOn: Day
  readonly statements: readonly { readonly id: string; readonly question: string; readonly text: string }[]
}

/** The answer that a receipt code was given for, in its own words. A code that can't be one, and one that nobody has, answer the same: nothing. */
export async function findReceipt(written: string): Promise<FoundAnswer | undefined> {
  const code = readReceiptCode(written.slice(0, 60))
  const found = code && (await store.findResponse({ receiptHash: receiptHash(code) }))
  if (!found) return undefined
  const { response, dialogue } = found
  return { responseId: response.id, processId: dialogue.processId, dialogue: dialogue.title, receivedOn: response.receivedOn, statements: await store.listStatementsOfResponses([response.id]) }
}
