import type { Moment } from '#kernel/moment'
import { readPlaceHistory } from '#people'
import { listedPlaces, type SurveyReading } from './read-survey.ts'
import { choicesNamed, choicesOffered, type ListedPlace } from './rules/question.ts'

type Of = Pick<SurveyReading, 'questions'>

/** The places that a dialogue has posters for, also those that have ended: the places it asks about, or else the municipality's list. */
export async function readPosterPlaces({ questions }: Of, now: Moment): Promise<readonly ListedPlace[]> {
  const asked = questions.find(({ kind }) => kind === 'place')
  if (!asked) return listedPlaces(await readPlaceHistory(), now)
  const offered = new Set(choicesOffered(asked).map(({ key }) => key))
  return choicesNamed(asked).map((choice) => ({ ...choice, isEnded: !offered.has(choice.key) }))
}

/** The place of the poster that somebody came by, as its address says. A place that isn't there is nothing. */
export async function readPoster(dialogue: Of, via: string, now: Moment): Promise<string | undefined> {
  if (via === '') return undefined
  return (await readPosterPlaces(dialogue, now)).find(({ key, isEnded }) => key === via && !isEnded)?.key
}
