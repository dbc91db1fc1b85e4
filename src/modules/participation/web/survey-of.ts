import { randomBytes } from 'node:crypto'
import type { Content } from '#kernel/content'
import type { Day } from '#kernel/day'
import { type ProcessReading, readRelease } from '#process'
import type { SurveyReading } from '../read-survey.ts'
import { inLanguage, type Language, type Spoken } from '../rules/in-language.ts'
import { questionOf, type SurveyQuestion } from '../rules/spoken-question.ts'
import { type AskedView, ledToOf } from './asked-of.ts'

export type SurveyView = {
  readonly slug: string
  readonly state: SurveyReading['state']
  readonly opensOn: Day
  readonly opensTime: string
  readonly closesOn: Day
  readonly closesTime: string
  readonly extended: SurveyReading['extended']
  readonly corrections: SurveyReading['corrections']
  readonly closedAt: string | null
  readonly closedBecause: string | null
  readonly contact: string
  readonly legalBasis: string
  readonly retention: SurveyReading['retention']
  readonly retentionYears: number | null
  readonly draftDays: number
  readonly title: Spoken
  readonly information: Spoken
  readonly promise: Spoken
  readonly questions: readonly SurveyQuestion[]
  /** When what people answered is to be shown, if the plan says so. */
  readonly resultBy: Day | undefined
  /** What the answers have led to so far. */
  readonly ledTo: AskedView['ledTo']
}

/** A survey as a resident sees it, in the reader's language where it has been written. */
export function surveyOf(dialogue: SurveyReading, process: ProcessReading | undefined, language: Language, content?: Content): SurveyView {
  const { slug, state, opensOn, opensTime, closesOn, closesTime, extended, corrections, closedAt, closedBecause, contact, legalBasis, retention, retentionYears, draftDays } =
    dialogue
  const release = process && readRelease(process, 'analysis')
  return {
    ...{ slug, state, opensOn, opensTime, closesOn, closesTime, extended, corrections, closedAt, closedBecause, contact, legalBasis, retention, retentionYears, draftDays },
    title: inLanguage(language, dialogue.title, dialogue.titleEnglish, content),
    information: inLanguage(language, dialogue.information, dialogue.informationEnglish, content),
    promise: inLanguage(language, dialogue.promise, dialogue.promiseEnglish, content),
    questions: dialogue.questions.map((question) => questionOf(question, language, content)),
    resultBy: release && !release.released ? release.expectedOn : undefined,
    ledTo: process ? ledToOf(process, dialogue) : [],
  }
}

/** A form's one-time key: 144 bits that nobody can guess, so that two forms never meet. */
export function newSubmissionKey(): string {
  return randomBytes(18).toString('base64url')
}
