import { formatDay, formatNumber } from '#ui/format'
import { otherKey } from '../rules/check-answers.ts'
import type { Language, Spoken } from '../rules/in-language.ts'
import { dontKnow, type Value, type Values } from '../rules/question.ts'
import { words } from '../words.ts'
import { InLanguage } from './question-field.tsx'
import type { SurveyQuestion } from './survey-of.ts'

type Wishes = {
  readonly questions: readonly SurveyQuestion[]
  readonly values: Values
  readonly ideas: readonly { readonly questionId: string; readonly text: string }[]
  readonly language: Language
}

/** One's own answer, question by question, in the words it was given in. */
export function AnsweredQuestions({ questions, values, ideas, language }: Wishes) {
  const answered = questions
    .map((question) => ({ question, said: ideas.filter(({ questionId }) => questionId === question.id), chosen: chosenWords(question, values[question.key], language) }))
    .filter(({ said, chosen }) => said.length > 0 || chosen.length > 0)
  return answered.map(({ question, said, chosen }) => (
    <section key={question.id}>
      <h3>
        <InLanguage spoken={question.wording} />
      </h3>
      <ul>
        {chosen.map((each) => (
          <li key={each.text}>
            <InLanguage spoken={each} />
          </li>
        ))}
        {said.map(({ text }, index) => (
          <li key={String(index)}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </section>
  ))
}

/** What was chosen, in the words of the choices. */
export function chosenWords(question: Pick<SurveyQuestion, 'kind' | 'choices' | 'rows' | 'unit'>, value: Value | undefined, language: Language): Spoken[] {
  if (value === undefined) return []
  const word = words(language)
  const say = (text: string): Spoken => ({ text, lang: language })
  const labelOf = (key: string): Spoken => {
    if (key === dontKnow) return say(word.dontKnow)
    const own = question.choices.find((choice) => choice.key === key)?.label
    return own ?? say(key === otherKey ? word.other : key)
  }
  if (typeof value === 'number') return [say([formatNumber(value, Number.isInteger(value) ? 0 : 1, language), question.unit?.text].filter(Boolean).join(' '))]
  if (typeof value === 'string') return [question.kind === 'date' ? say(formatDay(value, language)) : labelOf(value)]
  if (Array.isArray(value)) return value.map((key: string, index) => (question.kind === 'ranking' ? { ...labelOf(key), text: `${index + 1}. ${labelOf(key).text}` } : labelOf(key)))
  return Object.entries(value).map(([row, key]) => {
    const asked = question.rows.find((each) => each.key === row)?.label ?? say(row)
    return { ...asked, text: `${asked.text}: ${labelOf(key).text}` }
  })
}
