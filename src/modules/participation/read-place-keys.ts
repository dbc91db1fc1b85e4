import type { Moment } from '#kernel/moment'
import type { SurveyReading } from './read-survey.ts'
import { choicesOffered } from './rules/question.ts'

/**
 * The places that can be chosen in a dialogue: those of its question, or those of the municipality's list on the day it was read. Whoever changes an
 * answer may keep the square of an older map.
 */
export async function readPlaceKeys({ questions }: Pick<SurveyReading, 'questions'>, _now: Moment, isChange = false): Promise<ReadonlySet<string>> {
  const asked = questions.filter(({ kind }) => kind === 'place')
  return new Set(asked.flatMap((question) => [...choicesOffered(question), ...((isChange && question.squares) || [])].map(({ key }) => key)))
}
