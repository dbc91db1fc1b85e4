import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { installationSecret } from '#http/secret'
import type { Day } from '#kernel/day'
import { normaliseForGrouping } from '#text'
import { receiptCode } from './rules/receipt-code.ts'
import * as store from './store.server.ts'
import { receiptHash } from './submit-answer.ts'

export type ToldResponse = {
  readonly dialogueId: string
  readonly groupId: string
  readonly receivedOn: Day
  readonly source: 'web' | 'note' | 'import'
  readonly persons: number
  readonly label: string | null
  readonly importId?: string
  /** What a receipt is made from, for answers that get one. */
  readonly submissionKey?: string
  readonly lines: readonly { readonly questionId: string; readonly text: string }[]
}

/** Stores many answers in a few statements, for imports and stories told afterwards. Answers with the ids and receipts in the same order. In the caller's transaction. */
export async function storeResponses(told: readonly ToldResponse[]): Promise<{ responseId: string; code: string | undefined; statementIds: string[] }[]> {
  const kept = told.map((response) => {
    const code = response.submissionKey && receiptCode(createHmac('sha256', installationSecret()).update(`receipt ${response.dialogueId} ${response.submissionKey}`).digest().subarray(0, 10))
    return { response, responseId: randomUUID() as string, code, statementIds: response.lines.map(() => randomUUID() as string) }
  })
  await store.putResponses(
    kept.map(({ response, responseId, code }) => ({
      id: responseId, dialogueId: response.dialogueId, groupId: response.groupId, receivedOn: response.receivedOn, source: response.source, persons: response.persons, label: response.label,
      importId: response.importId, receiptHash: code ? receiptHash(code) : null, sealSalt: randomBytes(16).toString('base64url'),
    })),
  )
  await store.putStatements(
    kept.flatMap(({ response, responseId, statementIds }) => {
      const places = new Map<string, number>()
      return response.lines.map(({ questionId, text }, index) => {
        const position = places.get(questionId) ?? 0
        places.set(questionId, position + 1)
        return { id: statementIds[index], responseId, questionId, position, text, grouping: normaliseForGrouping(text) }
      })
    }),
  )
  return kept.map(({ responseId, code, statementIds }) => ({ responseId, code: code || undefined, statementIds }))
}
