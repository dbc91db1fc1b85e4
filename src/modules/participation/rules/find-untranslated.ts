import type { Choice, Question } from './question.ts'

type Told = {
  readonly title: string
  readonly titleEnglish: string | null
  readonly information: string
  readonly informationEnglish: string | null
  readonly promise: string
  readonly promiseEnglish: string | null
  readonly questions: readonly (Pick<Question, 'key' | 'form' | 'sectionHeading'> & {
    readonly wording: string
    readonly wordingEnglish: string | null
    readonly hint: string | null
    readonly hintEnglish: string | null
    readonly sectionHeadingEnglish: string | null
  })[]
}
/** A text that isn't written in English: the words in Swedish, and the key of the question where they stand. */
export type Untranslated = { readonly text: string; readonly question: string | undefined }

/** Everything that a resident reads in a survey and that is there in Swedish only. */
export function findUntranslated({ questions, ...dialogue }: Told): Untranslated[] {
  const missing = (question: string | undefined, ...texts: readonly (readonly [string | null | undefined, string | null | undefined])[]) =>
    texts.flatMap(([swedish, english]): Untranslated[] => (swedish && !english ? [{ text: swedish, question }] : []))
  const labels = (choices: readonly Choice[] = []) => choices.map(({ label, labelEnglish }) => [label, labelEnglish] as const)
  return [
    ...missing(undefined, [dialogue.title, dialogue.titleEnglish], [dialogue.information, dialogue.informationEnglish], [dialogue.promise, dialogue.promiseEnglish]),
    ...questions.flatMap(({ key, form, ...asked }) =>
      missing(
        key,
        [asked.sectionHeading, asked.sectionHeadingEnglish],
        [asked.wording, asked.wordingEnglish],
        [asked.hint, asked.hintEnglish],
        ...labels(form.choices),
        ...labels(form.rows),
        [form.leastLabel, form.leastLabelEnglish],
        [form.mostLabel, form.mostLabelEnglish],
        [form.unit, form.unitEnglish],
      ),
    ),
  ]
}
