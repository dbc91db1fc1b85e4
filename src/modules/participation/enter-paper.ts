import { randomBytes } from 'node:crypto'
import type { Moment } from '#kernel/moment'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEnterPaper } from './access.ts'
import { hashReceipt, isSubmissionKey, mintReceipt } from './mint-receipt.ts'
import { readPlaceKeys } from './read-place-keys.ts'
import { readSurveyById, type SurveyReading } from './read-survey.ts'
import { checkAnswers, type Given } from './rules/check-answers.ts'
import { keptLanguage } from './rules/kept-language.ts'
import { readReceiptCode } from './rules/receipt-code.ts'
import { paperForm } from './sheet-schema.ts'
import * as store from './store.server.ts'
import { ideasIn, placed } from './submit-answer.ts'

/**
 * Enters one form of a batch as the answer of one person. What was left empty on paper is empty: nothing is asked for again. The same form
 * sent twice is entered once. Also after the last day, but not after the dialogue was closed by hand.
 * Refuses `not-open`, `mistyped-code`, `code-used`, `incomplete` (nothing answered), `unreadable`, `no-key`, `batch-full` and `same-number`.
 */
export const enterPaper = command(mayEnterPaper, paperForm, async ({ input, actor, now, record }) => {
  const batch = await store.lockBatch(input.batchId)
  const dialogue = batch && (await readSurveyById(batch.dialogueId, now))
  if (!dialogue) return refused({ refused: 'not-found' })
  if (!isSubmissionKey(input.submissionKey)) return refused({ refused: 'no-key' })
  const { submissionHash } = mintReceipt(dialogue.id, input.submissionKey)
  const before = await store.findResponse({ submissionHash })
  if (before) return granted({ responseId: before.response.id })
  if (dialogue.closedBecause !== null) return refused({ refused: 'not-open' })
  const code = input.code === '' ? undefined : readReceiptCode(input.code)
  if (input.code !== '' && !code) return refused({ refused: 'mistyped-code' })
  const receiptHash = code ? hashReceipt(code) : null
  if (receiptHash && (await store.findResponse({ receiptHash }))) return refused({ refused: 'code-used' })
  const read = await readPaper(dialogue, input.given, now)
  if (!read.granted) return read
  if ((await store.countSheets(batch.id)) >= batch.forms) return refused({ refused: 'batch-full' })
  const responseId = await store.putAnswer(
    {
      ...ofTheAnswer(dialogue, now),
      source: batch.source,
      language: keptLanguage(input.language),
      answers: read.value.values,
      receiptHash,
      submissionHash,
      enteredBy: actor.person,
    },
    placed(read.value.ideas),
  )
  if (!responseId) return refused({ refused: 'code-used' })
  const sheetId = await store.putSheet({ batchId: batch.id, number: input.number, responseId, enteredBy: actor.person, enteredAt: now.at })
  if (!sheetId) return refused({ refused: 'same-number' })
  await record('paper-entered', { kind: 'response', id: responseId })
  return granted({ responseId })
})

/** What an answer on paper has in common with every other. The day is that of the entering: figures and seals of days gone by stand. */
export function ofTheAnswer(dialogue: SurveyReading, now: Moment) {
  return { dialogueId: dialogue.id, groupId: dialogue.group.id, receivedOn: now.day, version: dialogue.version, sealSalt: randomBytes(16).toString('base64url') }
}

/** Reads what stood on a form. On paper nobody could be told that a question must be answered. */
export async function readPaper(dialogue: SurveyReading, given: Given, now: Moment) {
  const asked = new Set(dialogue.questions.map(({ key }) => key))
  if (!Object.keys(given).every((key) => asked.has(key))) return refused({ refused: 'not-found' as const })
  const questions = dialogue.questions.map((question) => ({ ...question, required: false }))
  const checked = checkAnswers(questions, given, await readPlaceKeys(dialogue, now))
  if (checked.problems.length > 0) return refused({ refused: 'unreadable' as const, problems: undefined, unreadable: checked.problems })
  const ideas = ideasIn(dialogue, checked)
  if (ideas.length === 0 && Object.keys(checked.values).length === 0) return refused({ refused: 'incomplete' as const })
  return granted({ values: checked.values, ideas })
}
