import { randomBytes } from 'node:crypto'
import type { Content, Original } from '#kernel/content'
import type { Day } from '#kernel/day'
import { type ProcessReading, readRelease } from '#process'
import type { QuestionReading, SurveyReading } from '../read-survey.ts'
import { inLanguage, type Language, type Spoken } from '../rules/in-language.ts'
import { type Background, type Choice, choicesNamed, type Question } from '../rules/question.ts'
import { type AskedView, ledToOf } from './asked-of.ts'

export type SpokenChoice = { readonly key: string; readonly label: Spoken; readonly picture?: string | undefined }
/** A question as a resident sees it. */
export type SurveyQuestion = Omit<Question, 'sectionHeading' | 'squares'> & {
  readonly wording: Spoken
  readonly hint: Spoken | undefined
  readonly sectionHeading: Spoken | null
  readonly background: Background | null
  readonly choices: readonly SpokenChoice[]
  readonly rows: readonly SpokenChoice[]
  readonly ends: readonly [Spoken | undefined, Spoken | undefined]
  readonly unit: Spoken | undefined
}
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
    ledTo: process ? ledToOf(process) : [],
  }
}

/** A question in the reader's language. */
export function questionOf(question: QuestionReading, language: Language, content?: Content): SurveyQuestion {
  const { wording, wordingEnglish, hint, hintEnglish, sectionHeading, sectionHeadingEnglish, form } = question
  const spoken = (swedish: string | undefined, english: string | undefined) => (swedish ? inLanguage(language, swedish, english ?? null, content) : undefined)
  const choices = (given: readonly Choice[] = []) =>
    given.map(({ key, label, labelEnglish, picture }) => ({ key, picture, label: inLanguage(language, label, labelEnglish, content) }))
  return {
    ...{ id: question.id, key: question.key, kind: question.kind, required: question.required, maxLines: question.maxLines, form, showIf: question.showIf },
    background: question.background,
    wording: inLanguage(language, wording, wordingEnglish, content),
    hint: spoken(hint ?? undefined, hintEnglish ?? undefined),
    sectionHeading: sectionHeading === null ? null : inLanguage(language, sectionHeading, sectionHeadingEnglish, content),
    places: question.places,
    map: question.map,
    choices: choices(choicesNamed(question)),
    rows: choices(form.rows),
    ends: [spoken(form.leastLabel, form.leastLabelEnglish), spoken(form.mostLabel, form.mostLabelEnglish)],
    unit: spoken(form.unit, form.unitEnglish),
  }
}

/** Everything that is read on the page of a survey and that people wrote. */
export function textsOf(dialogue: SurveyReading): Original[] {
  const said = (text: string | null | undefined, english: string | null | undefined): Original[] => (text ? [{ text, given: { en: english ?? null } }] : [])
  return [
    ...said(dialogue.title, dialogue.titleEnglish),
    ...said(dialogue.information, dialogue.informationEnglish),
    ...said(dialogue.promise, dialogue.promiseEnglish),
    ...dialogue.questions.flatMap(({ wording, wordingEnglish, hint, hintEnglish, sectionHeading, sectionHeadingEnglish, form }) => [
      ...said(wording, wordingEnglish),
      ...said(hint, hintEnglish),
      ...said(sectionHeading, sectionHeadingEnglish),
      ...[...(form.choices ?? []), ...(form.rows ?? [])].flatMap(({ label, labelEnglish }) => said(label, labelEnglish)),
      ...said(form.leastLabel, form.leastLabelEnglish),
      ...said(form.mostLabel, form.mostLabelEnglish),
      ...said(form.unit, form.unitEnglish),
    ]),
  ]
}

/** A form's one-time key: 144 bits that nobody can guess, so that two forms never meet. */
export function newSubmissionKey(): string {
  return randomBytes(18).toString('base64url')
}
