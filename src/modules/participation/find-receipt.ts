import type { Day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { hashReceipt } from './mint-receipt.ts'
import { readSurveyById } from './read-survey.ts'
import type { Cause } from './rules/cause.ts'
import type { Language } from './rules/in-language.ts'
import { readReceiptCode } from './rules/receipt-code.ts'
import { type SaidAnswer, sayAnswer } from './say-answer.ts'
import * as store from './store.server.ts'

export type FoundAnswer = {
  readonly responseId: string
  readonly processId: string
  readonly dialogue: string
  /** Its address. */
  readonly slug: string
  readonly receivedOn: Day
  /** What was chosen, question by question, in the words of the choices. */
  readonly chosen: readonly Pick<SaidAnswer, 'question' | 'chosen'>[]
  /** The survey is open, so that the answer may be changed. */
  readonly mayChange: boolean
  readonly statements: readonly {
    readonly id: string
    readonly question: string
    readonly text: string
    /** What a person has said of showing it, when not all of it is shown; the last word. */
    readonly heldBack: { readonly how: 'masked' | 'withheld'; readonly cause: Cause; readonly reason: string | null } | undefined
  }[]
}

/** The answer that a receipt code was given for, in its own words. A code that can't be one, and one that nobody has, answer the same: nothing. */
export async function findReceipt(written: string, now: Moment, language: Language = 'sv'): Promise<FoundAnswer | undefined> {
  const code = readReceiptCode(written.slice(0, 60))
  const found = code && (await store.findResponse({ receiptHash: hashReceipt(code) }))
  if (!found) return undefined
  const { response, dialogue } = found
  const [survey, statements] = [await readSurveyById(dialogue.id, now), await store.listStatementsOfResponses([response.id])]
  return {
    responseId: response.id,
    processId: dialogue.processId,
    dialogue: dialogue.title,
    slug: dialogue.slug,
    receivedOn: response.receivedOn,
    chosen: sayAnswer(survey?.questions ?? [], response.answers, [], language).map(({ question, chosen }) => ({ question, chosen })),
    mayChange: survey?.kind === 'survey' && survey.state === 'open',
    statements: statements.map(({ id, question, text, verdict, isMasked, cause, reason }) => {
      const how = verdict === 'withheld' ? 'withheld' : isMasked ? 'masked' : undefined
      return { id, question, text, heldBack: how && cause ? ({ how, cause, reason } as const) : undefined }
    }),
  }
}

/** Whether what was written can be a receipt code at all: its signs, their number and its check sign. Tells nothing of whether anybody has it. */
export function isMistyped(written: string): boolean {
  return readReceiptCode(written.slice(0, 60)) === undefined
}
