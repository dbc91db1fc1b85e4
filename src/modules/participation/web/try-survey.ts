import { z } from 'zod'
import type { SentForm } from '#http/read-form'
import type { Moment } from '#kernel/moment'
import { readPlaceKeys } from '../read-place-keys.ts'
import type { SurveyReading } from '../read-survey.ts'
import { checkAnswers } from '../rules/check-answers.ts'
import type { Language } from '../rules/in-language.ts'
import { partsShown } from '../rules/parts-shown.ts'
import { sectionsOf } from '../rules/show-question.ts'
import { givenOf, questionOfField, type Written } from '../rules/written-answers.ts'
import { sayAnswer } from '../say-answer.ts'
import { ideasIn } from '../submit-answer.ts'
import { problemsIn } from './answer-problems.ts'

const ofTheForm = new Set(['act', 'del', 'before'])
const writtenField = z.record(z.string(), z.array(z.string()))

/** A part of a survey that is tried, and all that has been filled in so far. What was filled in is in the page, and nowhere else. */
export type Trial = Awaited<ReturnType<typeof trySurvey>>

/** The part that somebody wants to see, as it is for whoever has answered nothing; one that isn't asked of them is shown whole. */
export function partOfTrial({ questions }: Pick<SurveyReading, 'questions'>, wished: number) {
  const sections = sectionsOf(questions)
  const place = Number.isInteger(wished) && wished >= 1 && wished <= sections.length ? wished : 1
  const shown = partsShown(questions, {}, new Set())
  const at = shown.findIndex((part) => part.place === place)
  const asked = shown[at]?.questions ?? sections[place - 1] ?? []
  return { place, number: at < 0 ? place : at + 1, of: at < 0 ? sections.length : shown.length, sections: sections.length, ids: asked.map(({ id }) => id) }
}

/** Takes a form as the public page does, part by part: what is wrong, which part comes next, and in the end what would have been stored. Nothing is. */
export async function trySurvey(dialogue: SurveyReading, form: SentForm, language: Language, now: Moment) {
  const names = Object.keys(form.kept()).filter((name) => !ofTheForm.has(name))
  const sent: Written = Object.fromEntries(names.map((name) => [name, form.all(name)]))
  const { place } = partOfTrial(dialogue, Number(form.text('del') || 1))
  const own = sectionsOf(dialogue.questions)[place - 1] ?? []
  const [ownIds, ownKeys] = [new Set(own.map(({ id }) => id)), new Set(own.map(({ key }) => key))]
  const before = Object.entries(beforeIn(form)).filter(([name]) => !ownIds.has(questionOfField(name)))
  const written: Written = { ...Object.fromEntries(before), ...sent }
  const [given, places] = [givenOf(written, dialogue.questions), await readPlaceKeys(dialogue, now)]
  const checked = checkAnswers(dialogue.questions, given, places)
  const parts = partsShown(dialogue.questions, given, places)
  // What was answered now may have brought one more part.
  const act = form.text('act') === 'send' && parts.some((part) => part.place > place) ? 'next' : form.text('act')
  const wrong = act === 'send' ? checked.problems : act === 'next' ? checked.problems.filter(({ key }) => ownKeys.has(key)) : []
  const problems = problemsIn({ refused: 'unreadable', problems: wrong }, dialogue.questions, language)
  const to = act === 'back' ? parts.findLast((part) => part.place < place) : act === 'next' && problems.length === 0 ? parts.find((part) => part.place > place) : undefined
  const part = to ?? parts.find((each) => each.place === place) ?? { place, questions: [] }
  const isSent = act === 'send' && problems.length === 0
  return {
    written,
    problems,
    part: { place: part.place, number: parts.findIndex((each) => each.place === part.place) + 1, of: parts.length, ids: part.questions.map(({ id }) => id) },
    wouldKeep: act === 'save',
    wouldStore: isSent ? sayAnswer(dialogue.questions, checked.values, ideasIn(dialogue, checked), language) : undefined,
  }
}

function beforeIn(form: SentForm): Written {
  try {
    return writtenField.safeParse(JSON.parse(form.text('before') || '{}')).data ?? {}
  } catch {
    return {}
  }
}
