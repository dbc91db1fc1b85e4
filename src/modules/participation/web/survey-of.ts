import { randomBytes } from 'node:crypto'
import type { Content, Original } from '#kernel/content'
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
export function surveyOf(dialogue: SurveyReading, process: ProcessReading | undefined, language: Language, content?: Content): SurveyView {
  const { state, opensOn, closesOn, closedBecause, contact } = dialogue
  const release = process && readRelease(process, 'analysis')
  return {
    state,
    opensOn,
    closesOn,
    closedBecause,
    contact,
    title: inLanguage(language, dialogue.title, dialogue.titleEnglish, content),
    information: inLanguage(language, dialogue.information, dialogue.informationEnglish, content),
    promise: inLanguage(language, dialogue.promise, dialogue.promiseEnglish, content),
    questions: dialogue.questions.map(({ id, wording, wordingEnglish, hint, hintEnglish, maxLines }) => ({
      id,
      wording: inLanguage(language, wording, wordingEnglish, content),
      hint: hint ? inLanguage(language, hint, hintEnglish, content) : undefined,
      maxLines,
    })),
    resultBy: release && !release.released ? release.expectedOn : undefined,
  }
}

/** Everything that is read on the page of a survey and that people wrote. */
export function textsOf(dialogue: SurveyReading): Original[] {
  return [
    { text: dialogue.title, given: { en: dialogue.titleEnglish } },
    { text: dialogue.information, given: { en: dialogue.informationEnglish } },
    { text: dialogue.promise, given: { en: dialogue.promiseEnglish } },
    ...dialogue.questions.flatMap(({ wording, wordingEnglish, hint, hintEnglish }) => [
      { text: wording, given: { en: wordingEnglish } },
      ...(hint ? [{ text: hint, given: { en: hintEnglish } }] : []),
    ]),
  ]
}

/** A form's one-time key: 144 bits that nobody can guess, so that two forms never meet. */
export function newSubmissionKey(): string {
  return randomBytes(18).toString('base64url')
}
