import type { Day } from '#kernel/day'
import { hashReceipt } from './mint-receipt.ts'
import { readReceiptCode } from './rules/receipt-code.ts'
import * as store from './store.server.ts'

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
  const found = code && (await store.findResponse({ receiptHash: hashReceipt(code) }))
  if (!found) return undefined
  const { response, dialogue } = found
  const statements = await store.listStatementsOfResponses([response.id])
  return {
    responseId: response.id,
    processId: dialogue.processId,
    dialogue: dialogue.title,
    receivedOn: response.receivedOn,
    statements: statements.map(({ id, question, text }) => ({ id, question, text })),
  }
}

/** Whether what was written can be a receipt code at all: its signs, their number and its check sign. Tells nothing of whether anybody has it. */
export function isMistyped(written: string): boolean {
  return readReceiptCode(written.slice(0, 60)) === undefined
}
