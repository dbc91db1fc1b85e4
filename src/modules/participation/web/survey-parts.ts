import type { Moment } from '#kernel/moment'
import { readPlaceKeys } from '../read-place-keys.ts'
import type { SurveyReading } from '../read-survey.ts'
import { checkAnswers } from '../rules/check-answers.ts'
import { partsShown } from '../rules/parts-shown.ts'
import { sectionsOf } from '../rules/show-question.ts'
import { givenOf, questionOfField, type Written } from '../rules/written-answers.ts'
import { problemsIn } from './answer-problems.ts'

async function shownIn(dialogue: SurveyReading, written: Written, now: Moment) {
  return partsShown(dialogue.questions, givenOf(written, dialogue.questions), await readPlaceKeys(dialogue, now, true))
}

/** The part of a survey in sections that stands at a place or after it; nothing where all is one page. */
export async function partAt(dialogue: SurveyReading, written: Written, place: number, now: Moment) {
  if (sectionsOf(dialogue.questions).length < 2) return undefined
  const parts = await shownIn(dialogue, written, now)
  const at = Math.max(
    0,
    parts.findIndex((part) => part.place >= place),
  )
  const part = parts[at]
  return part && { place: part.place, number: at + 1, of: parts.length, ids: part.questions.map(({ id }) => id) }
}

/** Where one goes from a place, back or forth; the place itself at the end. */
export async function placeAfter(dialogue: SurveyReading, written: Written, place: number, act: string, now: Moment): Promise<number> {
  const places = (await shownIn(dialogue, written, now)).map((part) => part.place)
  return (act === 'back' ? places.findLast((each) => each < place) : places.find((each) => each > place)) ?? place
}

/** What is to be mended in one part. */
export async function problemsOfPart(dialogue: SurveyReading, written: Written, place: number, { now, language }: { now: Moment; language: 'sv' | 'en' }, isChange: boolean) {
  const own = new Set(sectionsOf(dialogue.questions)[place - 1]?.map(({ key }) => key))
  const { problems } = checkAnswers(dialogue.questions, givenOf(written, dialogue.questions), await readPlaceKeys(dialogue, now, isChange))
  return problemsIn({ refused: 'unreadable', problems: problems.filter(({ key }) => own.has(key)) }, dialogue.questions, language)
}

/** What has been filled in, with the fields of one part as they were sent now: a box that was unticked is gone. */
export function withPart(dialogue: SurveyReading, before: Written, sent: Written, place: number): Written {
  const own = new Set(sectionsOf(dialogue.questions)[place - 1]?.map(({ id }) => id))
  return { ...Object.fromEntries(Object.entries(before).filter(([name]) => !own.has(questionOfField(name)))), ...sent }
}
