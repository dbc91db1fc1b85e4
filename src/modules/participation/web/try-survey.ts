import { z } from 'zod'
import type { SentForm } from '#http/read-form'
import type { Moment } from '#kernel/moment'
import type { Written } from '../keep-begun-answer.ts'
import { readPlaceKeys } from '../read-place-keys.ts'
import type { SurveyReading } from '../read-survey.ts'
import { checkAnswers } from '../rules/check-answers.ts'
import type { Language } from '../rules/in-language.ts'
import { partsShown } from '../rules/parts-shown.ts'
import { sectionsOf } from '../rules/show-question.ts'
import { ideasIn } from '../submit-answer.ts'
import { problemsIn } from './answer-problems.ts'
import { givenOf, questionOfField } from './written-answers.ts'

const ofTheForm = new Set(['act', 'del', 'before'])
const writtenField = z.record(z.string(), z.array(z.string()))

/** A part of a survey that is tried, and all that has been filled in so far. What was filled in is in the page, and nowhere else. */
export type Trial = Awaited<ReturnType<typeof trySurvey>>

/** The part that somebody wants to see, also one that would not be asked of somebody who has answered nothing. */
export function partOfTrial({ questions }: Pick<SurveyReading, 'questions'>, wished: number) {
  const sections = sectionsOf(questions)
  const place = Number.isInteger(wished) && wished >= 1 && wished <= sections.length ? wished : 1
  return { place, of: sections.length, ids: (sections[place - 1] ?? []).map(({ id }) => id) }
}

/** Takes a form as the public page does, part by part: what is wrong, which part comes next, and in the end what would have been stored. Nothing is. */
export async function trySurvey(dialogue: SurveyReading, form: SentForm, language: Language, now: Moment) {
  const names = Object.keys(form.kept()).filter((name) => !ofTheForm.has(name))
  const sent: Written = Object.fromEntries(names.map((name) => [name, form.all(name)]))
  const { place, of, ids } = partOfTrial(dialogue, Number(form.text('del') || 1))
  const before = Object.entries(beforeIn(form)).filter(([name]) => !ids.includes(questionOfField(name)))
  const written: Written = { ...Object.fromEntries(before), ...sent }
  const [given, places] = [givenOf(written, dialogue.questions), await readPlaceKeys(dialogue, now)]
  const checked = checkAnswers(dialogue.questions, given, places)
  const own = new Set(sectionsOf(dialogue.questions)[place - 1]?.map(({ key }) => key))
  const act = form.text('act')
  const wrong = act === 'send' ? checked.problems : act === 'next' ? checked.problems.filter(({ key }) => own.has(key)) : []
  const problems = problemsIn({ refused: 'unreadable', problems: wrong }, dialogue.questions, language)
  const parts = partsShown(dialogue.questions, given, places)
  const to = act === 'back' ? parts.findLast((part) => part.place < place) : act === 'next' && problems.length === 0 ? parts.find((part) => part.place > place) : undefined
  const part = to ?? parts.find((each) => each.place === place) ?? { place, questions: [] }
  const isSent = act === 'send' && problems.length === 0
  return {
    written,
    problems,
    part: { place: part.place, number: parts.findIndex((each) => each.place === part.place) + 1, of: of < 2 ? 1 : parts.length, ids: part.questions.map(({ id }) => id) },
    wouldStore: isSent ? { values: checked.values, ideas: ideasIn(dialogue, checked) } : undefined,
  }
}

function beforeIn(form: SentForm): Written {
  try {
    return writtenField.safeParse(JSON.parse(form.text('before') || '{}')).data ?? {}
  } catch {
    return {}
  }
}
