import type { Moment } from '#kernel/moment'
import type { SurveyReading } from './read-survey.ts'

/** The places that can be chosen in a dialogue; read only when it asks for one. */
export async function readPlaceKeys({ questions }: Pick<SurveyReading, 'questions'>, _now: Moment): Promise<ReadonlySet<string>> {
  return new Set(questions.filter(({ kind }) => kind === 'place').flatMap(({ form }) => (form.choices ?? []).map(({ key }) => key)))
}
