import { checkAnswers, type Given, type Places } from './check-answers.ts'
import type { Question } from './question.ts'
import { questionsShown, sectionsOf } from './show-question.ts'

/** A part of a questionnaire as somebody who has answered so sees it: its place among all parts, and what is asked in it. */
export type Part<Asked> = { readonly place: number; readonly questions: readonly Asked[] }

/** The parts that are asked of somebody who has answered so; a part in which nothing is asked is passed over. */
export function partsShown<Asked extends Question>(questions: readonly Asked[], given: Given, places: Places): Part<Asked>[] {
  const { values, ideas } = checkAnswers(questions, given, places)
  const shown = new Set(questionsShown(questions, { values, written: new Set(ideas.map(({ key }) => key)) }).map(({ key }) => key))
  return sectionsOf(questions)
    .map((section, index) => ({ place: index + 1, questions: section.filter(({ key }) => shown.has(key)) }))
    .filter((part) => part.questions.length > 0)
}
