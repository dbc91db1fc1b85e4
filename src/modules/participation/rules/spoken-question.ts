import type { Content } from '#kernel/content'
import type { QuestionReading } from '../read-survey.ts'
import { inLanguage, type Language, type Spoken } from './in-language.ts'
import { type Background, type Choice, choicesNamed, type Question } from './question.ts'

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
