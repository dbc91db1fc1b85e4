import { randomBytes, randomUUID } from 'node:crypto'
import type { Day } from '#kernel/day'
import { normaliseForGrouping } from '#text'
import { mintReceipt } from './mint-receipt.ts'
import type { Values } from './rules/question.ts'
import * as store from './store.server.ts'
import { nextPlace } from './submit-answer.ts'

export type ToldResponse = {
  readonly dialogueId: string
  readonly groupId: string
  readonly receivedOn: Day
  readonly source: 'web' | 'note' | 'import'
  readonly persons: number
  readonly label: string | null
  readonly importId?: string
  readonly enteredBy?: string
  /** What a receipt is made from. One from the web that is told without it gets one of its own. */
  readonly submissionKey?: string
  /** The version of the questionnaire that it answers, and the language when it wasn’t Swedish. */
  readonly version?: number
  readonly language?: string | null
  /** What was chosen, by the key of the question. */
  readonly answers?: Values
  /** Statement by statement, in the answer's own order: one idea in each. */
  readonly lines: readonly { readonly questionId: string; readonly text: string }[]
}

/**
 * Stores many answers in a few statements, for imports and stories told afterwards. Answers with the ids and receipts in the
 * same order. In the caller's transaction.
 */
export async function storeResponses(told: readonly ToldResponse[]): Promise<{ responseId: string; code: string | undefined; statementIds: string[] }[]> {
  const kept = told.map((response) => {
    const key = response.submissionKey ?? (response.source === 'web' ? randomBytes(18).toString('base64url') : undefined)
    return {
      response,
      responseId: randomUUID() as string,
      receipt: key === undefined ? undefined : mintReceipt(response.dialogueId, key),
      statementIds: response.lines.map(() => randomUUID() as string),
    }
  })
  await store.putResponses(
    kept.map(({ response: { lines, submissionKey, ...response }, responseId, receipt }) => ({
      ...response,
      id: responseId,
      receiptHash: receipt?.receiptHash ?? null,
      submissionHash: receipt?.submissionHash ?? null,
      sealSalt: randomBytes(16).toString('base64url'),
    })),
  )
  await store.putStatements(
    kept.flatMap(({ response, responseId, statementIds }) => {
      const places = new Map<string, number>()
      return response.lines.map(({ questionId, text }, index) => ({
        id: statementIds[index],
        responseId,
        questionId,
        position: nextPlace(places, questionId),
        text,
        grouping: normaliseForGrouping(text),
      }))
    }),
  )
  return kept.map(({ responseId, receipt, statementIds }) => ({ responseId, code: receipt?.code, statementIds }))
}
