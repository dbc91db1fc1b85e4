import { formatDay, formatNumber } from '#ui/format'
import type { QuestionReading } from './read-survey.ts'
import { otherKey } from './rules/check-answers.ts'
import { inLanguage, type Language, type Spoken } from './rules/in-language.ts'
import { type Choice, choicesNamed, dontKnow, type Value, type Values } from './rules/question.ts'
import { words } from './words.ts'

/** An answer to one question, in words: what was chosen, by its label, and what was written. */
export type SaidAnswer = { readonly questionId: string; readonly question: Spoken; readonly chosen: readonly Spoken[]; readonly written: readonly string[] }
type Ideas = readonly { readonly questionId: string; readonly text: string }[]

/** Says an answer question by question, in the reader's language where the choices have been written in it; what wasn't answered is left out. */
export function sayAnswer(questions: readonly QuestionReading[], values: Values, ideas: Ideas, language: Language): SaidAnswer[] {
  return questions
    .map((question) => ({
      questionId: question.id,
      question: inLanguage(language, question.wording, question.wordingEnglish),
      chosen: sayChosen(question, values[question.key], language),
      written: ideas.filter(({ questionId }) => questionId === question.id).map(({ text }) => text),
    }))
    .filter(({ chosen, written }) => chosen.length > 0 || written.length > 0)
}

/** What was chosen on a question, in the words of its choices. */
export function sayChosen({ kind, form, places, squares }: Pick<QuestionReading, 'kind' | 'form' | 'places' | 'squares'>, value: Value | undefined, language: Language): Spoken[] {
  if (value === undefined) return []
  const word = words(language)
  const say = (text: string): Spoken => ({ text, lang: language })
  const labelled = (choices: readonly Choice[] | undefined, key: string) => {
    const own = choices?.find((choice) => choice.key === key)
    return own && inLanguage(language, own.label, own.labelEnglish)
  }
  const labelOf = (key: string) =>
    key === dontKnow ? say(word.dontKnow) : (labelled(choicesNamed({ kind, form, places, squares }), key) ?? say(key === otherKey ? word.other : key))
  if (typeof value === 'number') {
    const unit = language === 'en' ? (form.unitEnglish ?? form.unit) : form.unit
    return [say([formatNumber(value, Number.isInteger(value) ? 0 : 1, language), unit].filter(Boolean).join(' '))]
  }
  if (typeof value === 'string') return [kind === 'date' ? say(formatDay(value, language)) : labelOf(value)]
  if (Array.isArray(value)) return value.map((key: string, index) => (kind === 'ranking' ? { ...labelOf(key), text: `${index + 1}. ${labelOf(key).text}` } : labelOf(key)))
  return Object.entries(value).map(([row, key]) => {
    const asked = labelled(form.rows, row) ?? say(row)
    return { ...asked, text: `${asked.text}: ${labelOf(key).text}` }
  })
}
