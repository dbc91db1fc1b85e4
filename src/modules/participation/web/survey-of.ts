import { randomBytes } from 'node:crypto'
import type { Day } from '#kernel/day'
import { type ProcessReading, readRelease } from '#process'
import type { SurveyReading } from '../read-survey.ts'
import { inLanguage, type Language, type Spoken } from '../rules/in-language.ts'

export type SurveyQuestion = { readonly id: string; readonly wording: Spoken; readonly hint: Spoken | undefined; readonly maxLines: number }
export type SurveyView = {
  readonly state: SurveyReading['state']
  readonly opensOn: Day
  readonly closesOn: Day
  readonly closedBecause: string | null
  readonly contact: string
  readonly title: Spoken
  readonly information: Spoken
  readonly promise: Spoken
  readonly questions: readonly SurveyQuestion[]
  /** When what people answered is to be shown, if the plan says so. */
  readonly resultBy: Day | undefined
}

/** A survey as a resident sees it, in the reader's language where it has been written. */
export function surveyOf(dialogue: SurveyReading, process: ProcessReading | undefined, language: Language): SurveyView {
  const { state, opensOn, closesOn, closedBecause, contact } = dialogue
  const release = process && readRelease(process, 'analysis')
  return {
    state,
    opensOn,
    closesOn,
    closedBecause,
    contact,
    title: inLanguage(language, dialogue.title, dialogue.titleEnglish),
    information: inLanguage(language, dialogue.information, dialogue.informationEnglish),
    promise: inLanguage(language, dialogue.promise, dialogue.promiseEnglish),
    questions: dialogue.questions.map(({ id, wording, wordingEnglish, hint, hintEnglish, maxLines }) => ({
      id,
      wording: inLanguage(language, wording, wordingEnglish),
      hint: hint ? inLanguage(language, hint, hintEnglish) : undefined,
      maxLines,
    })),
    resultBy: release && !release.released ? release.expectedOn : undefined,
  }
}

/** A form's one-time key: 144 bits that nobody can guess, so that two forms never meet. */
export function newSubmissionKey(): string {
  return randomBytes(18).toString('base64url')
}
