import { asSentence } from '#ui/format'
import { paperWords } from './paper-words.ts'
import type { Language, Spoken } from './rules/in-language.ts'
import { choiceKeys, isAsked, scaleSteps } from './rules/question.ts'
import type { SpokenChoice, SurveyQuestion } from './rules/spoken-question.ts'
import { words } from './words.ts'

/** A picture that is printed: the file that the template reads, and what is read aloud of it. */
export type PaperPicture = { readonly file: string; readonly alt: Spoken }
type PictureOf = (choice: SpokenChoice) => PaperPicture | undefined
type PaperChoice = Spoken & { readonly picture?: PaperPicture | undefined }
/** A question as it stands on paper. What people wrote says its language; the rest is in that of the words. */
export type PaperQuestion = {
  readonly kind: SurveyQuestion['kind']
  readonly level: 2 | 3
  readonly heading: Spoken | null
  readonly wording: Spoken
  readonly hint: Spoken | null
  /** How it is filled in by pen. */
  readonly how: string
  readonly choices: readonly PaperChoice[]
  readonly rows: readonly Spoken[]
  readonly lines: number
  readonly other: boolean
  readonly unit: Spoken | null
}

/** The questions as they are filled in by pen, with how, under the headings of their parts. A condition is said in words: paper can't hide a question. */
export function paperQuestions(questions: readonly SurveyQuestion[], language: Language, pictureOf: PictureOf): PaperQuestion[] {
  let isUnderHeading = false
  return questions.map((question) => {
    const { kind, form, wording, hint, sectionHeading, showIf, maxLines, rows, unit } = question
    isUnderHeading ||= sectionHeading !== null
    const how = [howByPen(question, language), showIf && isAsked(question) ? paperWords(language).skip : undefined].filter(Boolean).join(' ')
    return {
      ...{ kind, level: isUnderHeading ? 3 : 2, heading: sectionHeading, wording, how },
      hint: hint ? { ...hint, text: how ? asSentence(hint.text) : hint.text } : null,
      choices: choicesOnPaper(question, language, pictureOf),
      rows: rows.map(({ label }) => label),
      lines: kind === 'lines' ? Math.max(2, maxLines) : 7,
      other: form.other === true,
      unit: unit ?? null,
    }
  })
}

function choicesOnPaper(question: SurveyQuestion, language: Language, pictureOf: PictureOf): PaperChoice[] {
  const { kind, form, choices } = question
  const dontKnow = { text: words(language).dontKnow, lang: language }
  if (kind === 'scale') return [...scaleSteps(form).map((step) => stepOnPaper(step, question, language)), dontKnow]
  const keys = new Set(choiceKeys(question))
  const offered = choices.filter(({ key }) => keys.has(key)).map((choice) => ({ ...choice.label, picture: pictureOf(choice) }))
  return kind === 'matrix' ? [...offered, dontKnow] : offered
}

function stepOnPaper(step: number, { form, ends: [least, most] }: SurveyQuestion, language: Language): Spoken {
  const steps = scaleSteps(form)
  const end = step === steps[0] ? least : step === steps.at(-1) ? most : undefined
  return end ? { ...end, text: `${step} – ${end.text}` } : { text: String(step), lang: language }
}

function howByPen({ kind, form }: SurveyQuestion, language: Language): string | undefined {
  const word = paperWords(language)
  if (kind === 'lines') return word.oneALine
  if (kind === 'one' || kind === 'picture' || kind === 'place' || kind === 'scale') return word.oneCross
  if (kind === 'several') return form.most === undefined ? word.severalCrosses : word.atMostCrosses(form.most)
  if (kind === 'matrix') return word.oneCrossARow
  if (kind === 'ranking') return word.rank(form.most ?? form.choices?.length ?? 1)
  return kind === 'date' ? word.date : undefined
}
