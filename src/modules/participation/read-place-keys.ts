import type { Moment } from '#kernel/moment'
import type { SurveyReading } from './read-survey.ts'
import { choicesOffered } from './rules/question.ts'

/** The places that can be chosen in a dialogue: those of its question, or those of the municipality's list on the day it was read. */
export async function readPlaceKeys({ questions }: Pick<SurveyReading, 'questions'>, _now: Moment): Promise<ReadonlySet<string>> {
  return new Set(questions.filter(({ kind }) => kind === 'place').flatMap((question) => choicesOffered(question).map(({ key }) => key)))
}
