import { randomBytes } from 'node:crypto'
import type { Day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { normaliseForGrouping } from '#text'
import { isSubmissionKey, mintReceipt } from './mint-receipt.ts'
import { readSurvey, type SurveyReading } from './read-survey.ts'
import { checkLines, ideasOf, type LineProblem } from './rules/answer-lines.ts'
import * as store from './store.server.ts'

export type AnswerInput = {
  readonly dialogue: string
  /** Made when the form was drawn: a double send finds the first. */
  readonly submissionKey: string
  /** By the id of the question, line by line. */
  readonly lines: Readonly<Record<string, readonly string[]>>
}
export type AnswerRefusal =
  | { refused: 'not-found' }
  | { refused: 'closed'; opensOn: Day; closesOn: Day; because: string | null }
  | { refused: 'incomplete' }
  | { refused: 'no-key' }
  | { refused: 'unreadable'; problems: readonly LineProblem[] }
export type Receipt = {
  readonly code: string
  /** The answer was stored before, by another send of the same form. */
  readonly before: boolean
  /** What was stored: the first send's words, idea by idea. */
  readonly stored: readonly Idea[]
  /** What was sent now says the same as what is stored. */
  readonly same: boolean
}
type Idea = { readonly questionId: string; readonly text: string }

/**
 * Takes one answer without knowing who gave it: no name, no address, the day and no time. Splits it into ideas, one a line,
 * and answers with the receipt code, of which only a keyed hash is stored.
 * Refuses `not-found` (also a question that was not asked), `closed`, `incomplete` (nothing written), `unreadable` (line by
 * line) and `no-key`; then nothing is stored. The same form sent again gets the same receipt, and its first words stand.
 */
export async function submitAnswer(input: AnswerInput, now: Moment): Promise<Result<Receipt, AnswerRefusal>> {
  const dialogue = await readSurvey(input.dialogue, now.day)
  if (dialogue?.kind !== 'survey' || dialogue.state === 'draft') return refused({ refused: 'not-found' })
  const asked = new Set(dialogue.questions.map(({ id }) => id))
  if (!Object.keys(input.lines).every((id) => asked.has(id))) return refused({ refused: 'not-found' })
  if (!isSubmissionKey(input.submissionKey)) return refused({ refused: 'no-key' })
  const { code, receiptHash, submissionHash } = mintReceipt(dialogue.id, input.submissionKey)
  const ideas = ideasIn(dialogue, input.lines)
  const first = async () => {
    const found = await store.findResponse({ submissionHash })
    const stored = found && (await store.listStatementsOfResponses([found.response.id])).map(({ questionId, text }) => ({ questionId, text }))
    return stored && granted({ code, before: true, stored, same: JSON.stringify(stored) === JSON.stringify(ideas) })
  }
  // A form that was sent is sent: also after closing, a second send gives the receipt of the first.
  const before = await first()
  if (before) return before
  if (dialogue.state !== 'open') return refused({ refused: 'closed', opensOn: dialogue.opensOn, closesOn: dialogue.closesOn, because: dialogue.closedBecause })
  const problems = dialogue.questions.flatMap((question) => checkLines(question, input.lines[question.id] ?? []))
  if (problems.length > 0) return refused({ refused: 'unreadable', problems })
  if (ideas.length === 0) return refused({ refused: 'incomplete' })
  const isStored = await store.transaction(async () => {
    const responseId = await store.putResponse({
      dialogueId: dialogue.id,
      groupId: dialogue.group.id,
      receivedOn: now.day,
      source: 'web',
      receiptHash,
      submissionHash,
      sealSalt: randomBytes(16).toString('base64url'),
    })
    if (!responseId) return false
    const places = new Map<string, number>()
    await store.putStatements(
      ideas.map(({ questionId, text }) => ({ responseId, questionId, position: nextPlace(places, questionId), text, grouping: normaliseForGrouping(text) })),
    )
    return true
  })
  if (isStored) return granted({ code, before: false, stored: ideas, same: true })
  // Two tabs sent the same form at the same instant: the other one was first.
  return (await first()) ?? refused({ refused: 'no-key' })
}

function ideasIn(dialogue: SurveyReading, lines: AnswerInput['lines']): Idea[] {
  return dialogue.questions.flatMap(({ id }) => ideasOf(lines[id] ?? []).map((text) => ({ questionId: id, text })))
}

/** The next place of a statement under its question, counted from zero. */
export function nextPlace(places: Map<string, number>, questionId: string): number {
  const place = places.get(questionId) ?? 0
  places.set(questionId, place + 1)
  return place
}
