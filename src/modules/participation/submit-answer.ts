import { randomBytes } from 'node:crypto'
import type { Day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { normaliseForGrouping } from '#text'
import { countArrival } from './count-arrival.ts'
import { eraseAnswer, isRestedOn } from './erase-answer.ts'
import { hashReceipt, isSubmissionKey, mintReceipt } from './mint-receipt.ts'
import { spendCode, weighCode } from './one-time-code.ts'
import { readPlaceKeys } from './read-place-keys.ts'
import { readSurvey, type SurveyReading } from './read-survey.ts'
import { type CheckedAnswers, checkAnswers, type Given, type Problem } from './rules/check-answers.ts'
import type { CodeProblem } from './rules/code-state.ts'
import { keptLanguage } from './rules/kept-language.ts'
import type { Values } from './rules/question.ts'
import * as store from './store.server.ts'

export type AnswerInput = {
  /** By its address, or as it has just been read. */
  readonly dialogue: string | SurveyReading
  /** Made when the form was drawn: a double send finds the first. */
  readonly submissionKey: string
  /** By the key of the question. */
  readonly given: Given
  /** By which way it came: the open page when nothing is said. */
  readonly source?: 'web' | 'class' | 'kiosk' | undefined
  readonly language?: string | undefined
  /** The receipt code of a sent answer that this one is given instead of. */
  readonly changes?: string | undefined
  /** Refuse answers to questions that are not asked of somebody who answers so; else they are left out. */
  readonly strict?: boolean | undefined
  /** The place of the poster that somebody came by, as it was read. */
  readonly poster?: string | undefined
  /** The one-time code, where the dialogue is for a closed group. */
  readonly oneTimeCode?: string | undefined
}
export type AnswerRefusal =
  | { refused: 'not-found' }
  | { refused: 'closed'; opensOn: Day; closesOn: Day; because: string | null }
  | { refused: 'incomplete' }
  | { refused: 'no-key' }
  | { refused: 'compiled' }
  | { refused: 'erased' }
  | { refused: CodeProblem }
  | { refused: 'not-asked'; keys: readonly string[] }
  | { refused: 'unreadable'; problems: readonly Problem[] }
export type Receipt = {
  /** Empty when a change is sent again: its receipt is that of the answer which it changed, and only its giver has that. */
  readonly code: string
  /** The answer was stored before, by another send of the same form. */
  readonly before: boolean
  /** What was stored: the first send's words, idea by idea, and what was chosen. */
  readonly stored: readonly Idea[]
  readonly values: Values
  /** What was sent now says the same as what is stored. */
  readonly same: boolean
}
type Idea = { readonly questionId: string; readonly text: string }

/**
 * Takes one answer without knowing who gave it: no name, no address, the day and no time. Splits what is written into ideas, one a line,
 * and answers with the receipt code, of which only a keyed hash is stored. One statement of the database stores it all.
 * Refuses `not-found` (also a question that was not asked), `closed`, `incomplete` (nothing answered), `unreadable` (question by
 * question), `not-asked`, `no-key`, a code that can't be used, `compiled` for a change of an answer that the analysis rests on, and `erased` for a form
 * whose answer has been changed or taken back since it was sent; then nothing is stored. The same form sent again gets the same receipt, and its first words stand.
 */
export async function submitAnswer(input: AnswerInput, now: Moment): Promise<Result<Receipt, AnswerRefusal>> {
  const dialogue = typeof input.dialogue === 'string' ? await readSurvey(input.dialogue, now) : input.dialogue
  if (dialogue?.kind !== 'survey' || dialogue.state === 'draft') return refused({ refused: 'not-found' })
  const asked = new Set(dialogue.questions.map(({ key }) => key))
  if (!Object.keys(input.given).every((key) => asked.has(key))) return refused({ refused: 'not-found' })
  if (!isSubmissionKey(input.submissionKey)) return refused({ refused: 'no-key' })
  const minted = mintReceipt(dialogue.id, input.submissionKey)
  const { submissionHash } = minted
  // A change keeps the receipt of what it changes.
  const [code, receiptHash] = input.changes ? [input.changes, hashReceipt(input.changes)] : [minted.code, minted.receiptHash]
  const checked = checkAnswers(dialogue.questions, input.given, await readPlaceKeys(dialogue, now, input.changes !== undefined))
  const ideas = ideasIn(dialogue, checked)
  const stopped = whyNot(input, dialogue, checked, ideas)
  // A form that was sent is sent: also after closing, a second send gives the receipt of the first. One that can be stored meets it in the database.
  const before = stopped || input.changes ? await firstSend(submissionHash, code, ideas, checked.values) : undefined
  if (before) return before
  if (stopped) return refused(stopped)
  // Somebody who changes an answer has used their code already: its receipt is enough.
  const weighed = input.changes ? undefined : await weighCode(dialogue, input.oneTimeCode, now)
  if (weighed && weighed !== 'good') return (await firstSend(submissionHash, code, ideas, checked.values)) ?? refused({ refused: weighed })
  const response = {
    dialogueId: dialogue.id,
    groupId: dialogue.group.id,
    receivedOn: now.day,
    source: weighed ? ('code' as const) : (input.source ?? ('web' as const)),
    answers: checked.values,
    version: dialogue.version,
    // A closed group is told that nothing of how one came is kept with the answer.
    poster: weighed ? null : (input.poster ?? null),
    language: keptLanguage(input.language),
    receiptHash,
    submissionHash,
    sealSalt: randomBytes(16).toString('base64url'),
  }
  const said = placed(ideas)
  const put = () => putAnswer({ response, said })
  const isStored = await (input.changes ? replaceAnswer(response, said, now.day) : weighed ? putByCode(dialogue.id, input.oneTimeCode, now, put) : put())
  if (typeof isStored === 'object') return (await firstSend(submissionHash, code, ideas, checked.values)) ?? refused({ refused: isStored.code })
  // A change that is sent twice: the first has put itself in the place of what was changed.
  if (isStored === 'not-found') return (await firstSend(submissionHash, code, ideas, checked.values)) ?? refused({ refused: isStored })
  if (isStored === 'compiled') return refused({ refused: isStored })
  if (isStored && !input.changes && response.source !== 'code')
    countArrival(
      dialogue,
      response.source,
      said.map(({ grouping }) => grouping),
      now,
    )
  if (isStored) return granted({ code, before: false, stored: ideas, values: checked.values, same: true })
  // It was sent before, or another tab was first. What was sent and is there no longer was changed or taken back.
  return (await firstSend(submissionHash, code, ideas, checked.values)) ?? refused({ refused: 'erased' })
}

/** Whether the form with this key has been sent, on this device or another that went on with the same answer. */
export async function isFormSent(dialogueId: string, submissionKey: string): Promise<boolean> {
  return isSubmissionKey(submissionKey) && (await store.findResponse({ submissionHash: mintReceipt(dialogueId, submissionKey).submissionHash })) !== undefined
}

/** Why an answer can't be stored, by all that is known without asking what has been. */
function whyNot({ strict }: AnswerInput, dialogue: SurveyReading, { values, problems, notAsked }: CheckedAnswers, ideas: readonly Idea[]): AnswerRefusal | undefined {
  if (dialogue.state !== 'open') return { refused: 'closed', opensOn: dialogue.opensOn, closesOn: dialogue.closesOn, because: dialogue.closedBecause }
  if (strict && notAsked.length > 0) return { refused: 'not-asked', keys: notAsked }
  if (ideas.length === 0 && Object.keys(values).length === 0 && !problems.some(({ problem }) => problem !== 'required')) return { refused: 'incomplete' }
  return problems.length > 0 ? { refused: 'unreadable', problems } : undefined
}
const putAnswer = store.gatherWrites(store.putAnswers)

/** Stores an answer and uses its code, both or neither. */
async function putByCode(dialogueId: string, oneTimeCode: string | undefined, now: Moment, put: () => Promise<string | undefined>) {
  try {
    return await store.transaction(async () => {
      const state = await spendCode(dialogueId, oneTimeCode, now)
      if (state !== 'good') return { code: state }
      const isStored = await put()
      if (!isStored) throw sentBefore
      return isStored
    })
  } catch (fault) {
    if (fault === sentBefore) return undefined
    throw fault
  }
}
const sentBefore = new Error('The same form was sent before: nothing is done again.')

/** Puts an answer in the place of the one with the same receipt. */
async function replaceAnswer(response: Parameters<typeof store.putAnswer>[0] & { receiptHash: string; dialogueId: string }, said: ReturnType<typeof placed>, on: Day) {
  try {
    return await store.transaction(async () => {
      const found = await store.findResponse({ receiptHash: response.receiptHash })
      if (found?.response.dialogueId !== response.dialogueId) return 'not-found'
      // Another tab has changed it at this moment.
      if (!(await eraseAnswer(found.response, 'changed', on))) return 'not-found'
      // It came the way that it came the first time.
      const isStored = await store.putAnswer({ ...response, source: found.response.source, poster: found.response.poster }, said)
      if (!isStored) throw sentBefore
      return isStored
    })
  } catch (fault) {
    if (fault === sentBefore) return undefined
    if (isRestedOn(fault)) return 'compiled'
    throw fault
  }
}

/** The receipt of a form that has been sent before, if it has. */
async function firstSend(submissionHash: string, code: string, ideas: readonly Idea[], values: Values) {
  const found = await store.findResponse({ submissionHash })
  if (!found) return undefined
  const stored = (await store.listStatementsOfResponses([found.response.id])).map(({ questionId, text }) => ({ questionId, text }))
  const same = JSON.stringify(stored) === JSON.stringify(ideas) && canonical(found.response.answers) === canonical(values)
  return granted({ code: found.response.receiptHash === hashReceipt(code) ? code : '', before: true, stored, values: found.response.answers, same })
}

// The database gives an object's keys back in an order of its own.
function canonical(values: Values): string {
  return JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What was written, in the order of the questions, each at the question it was written for. */
export function ideasIn({ questions }: Pick<SurveyReading, 'questions'>, { ideas }: Pick<CheckedAnswers, 'ideas'>): Idea[] {
  const ids = new Map(questions.map(({ key, id }) => [key, id]))
  return ideas.map(({ key, text }) => ({ questionId: ids.get(key) ?? '', text }))
}

/** Ideas with their place under their question, as statements are stored. */
export function placed(ideas: readonly Idea[]) {
  const places = new Map<string, number>()
  return ideas.map(({ questionId, text }) => ({ questionId, position: nextPlace(places, questionId), text, grouping: normaliseForGrouping(text) }))
}

/** The next place of a statement under its question, counted from zero. */
export function nextPlace(places: Map<string, number>, questionId: string): number {
  const place = places.get(questionId) ?? 0
  places.set(questionId, place + 1)
  return place
}
