import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { keepBegunAnswer } from './keep-begun-answer.ts'
import { hashReceipt } from './mint-receipt.ts'
import { readSurveyById } from './read-survey.ts'
import { readReceiptCode } from './rules/receipt-code.ts'
import { writtenOf } from './rules/written-answers.ts'
import * as store from './store.server.ts'

export type BegunChange = { readonly slug: string; readonly code: string; readonly draftDays: number }

/**
 * Begins to change an answer that has been sent: it is laid out as a begun answer, to be gone on with on the pages of its survey. What was sent
 * stands until the change is sent. Refuses `not-found` and, after closing, `closed`.
 */
export async function beginChange(written: string, now: Moment): Promise<Result<BegunChange, { refused: 'not-found' } | { refused: 'closed' }>> {
  const code = readReceiptCode(written.slice(0, 60))
  const found = code && (await store.findResponse({ receiptHash: hashReceipt(code) }))
  const dialogue = found && (await readSurveyById(found.dialogue.id, now))
  if (!code || !found || !dialogue || dialogue.kind !== 'survey') return refused({ refused: 'not-found' })
  if (dialogue.state !== 'open') return refused({ refused: 'closed' })
  const ideas = await store.listStatementsOfResponses([found.response.id])
  const begun = await keepBegunAnswer(dialogue, undefined, writtenOf(dialogue.questions, found.response.answers, ideas), now, { changes: code })
  return granted({ slug: dialogue.slug, code: begun.code, draftDays: dialogue.draftDays })
}
