import type { Original } from '#kernel/content'
import type { SurveyReading } from '../read-survey.ts'

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
