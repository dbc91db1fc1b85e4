import { createHmac, randomBytes } from 'node:crypto'
import { installationSecret } from '#http/secret'
import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { normaliseForGrouping } from '#text'
import { readDialogue } from './read-dialogues.ts'
import { checkLines, ideasOf, type LineProblem } from './rules/answer-lines.ts'
import { receiptCode } from './rules/receipt-code.ts'
import * as store from './store.server.ts'

export type AnswerInput = {
  readonly dialogue: string
  /** Made when the form was drawn: a double send finds the first. */
  readonly submissionKey: string
  readonly lines: Readonly<Record<string, readonly string[]>>
}
export type AnswerRefusal = { refused: 'not-found' } | { refused: 'closed' } | { refused: 'incomplete' } | { refused: 'no-key' } | { refused: 'unreadable'; problems: readonly LineProblem[] }
export type Receipt = {
  readonly code: string
  /** The answer was stored before, by another send of the same form. */
  readonly before: boolean
}

/**
 * Takes one answer without knowing who gave it: no name, no address, the day and no time. Splits it into ideas, one a line,
 * and answers with the receipt code, of which only a keyed hash is stored.
 * Refuses `not-found`, `closed`, `incomplete` (nothing written), `unreadable` (line by line) and `no-key`; then nothing is stored.
 */
export async function submitAnswer(input: AnswerInput, now: Moment): Promise<Result<Receipt, AnswerRefusal>> {
  const dialogue = await readDialogue(input.dialogue, now.day)
  if (!dialogue || dialogue.kind !== 'survey' || dialogue.state === 'draft') return refused({ refused: 'not-found' })
  if (!/^[\w-]{22,64}$/.test(input.submissionKey)) return refused({ refused: 'no-key' })
  const submissionHash = keyed('submission', `${dialogue.id} ${input.submissionKey}`)
  const receipt = receiptOf(dialogue.id, input.submissionKey)
  // A form that was sent is sent: also after closing, a second send gives the receipt of the first.
  if (await store.findResponse({ submissionHash })) return granted({ code: receipt.code, before: true })
  if (dialogue.state !== 'open') return refused({ refused: 'closed' })
  const problems = dialogue.questions.flatMap((question) => checkLines(question, input.lines[question.id] ?? []))
  if (problems.length > 0) return refused({ refused: 'unreadable', problems })
  const ideas = dialogue.questions.flatMap((question) => ideasOf(input.lines[question.id] ?? []).map((text, position) => ({ questionId: question.id, position, text })))
  if (ideas.length === 0) return refused({ refused: 'incomplete' })
  return store.transaction(async () => {
    const responseId = await store.putResponse({
      dialogueId: dialogue.id, groupId: dialogue.group.id, receivedOn: now.day, source: 'web', receiptHash: receipt.hash, submissionHash, sealSalt: randomBytes(16).toString('base64url'),
    })
    // Two tabs sent the same form at the same instant: the other one was first.
    if (!responseId) return granted({ code: receipt.code, before: true })
    await store.putStatements(ideas.map((idea) => ({ ...idea, responseId, grouping: normaliseForGrouping(idea.text) })))
    return granted({ code: receipt.code, before: false })
  })
}

function receiptOf(dialogueId: string, submissionKey: string): { code: string; hash: string } {
  const bytes = createHmac('sha256', installationSecret()).update(`receipt ${dialogueId} ${submissionKey}`).digest().subarray(0, 10)
  const code = receiptCode(bytes)
  return { code, hash: receiptHash(code) }
}

/** What is stored of a receipt code. */
export function receiptHash(code: string): string {
  return keyed('stored receipt', code)
}

function keyed(purpose: string, text: string): string {
  return createHmac('sha256', installationSecret()).update(`${purpose}: ${text}`).digest('base64url')
}
