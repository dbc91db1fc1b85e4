import type { Moment } from '#kernel/moment'
import { readPosterPlaces } from './read-poster-places.ts'
import type { SurveyReading } from './read-survey.ts'
import { type PosterFigures, posterFigures } from './rules/poster-figures.ts'
import * as store from './store.server.ts'

/** By which posters the answers of a dialogue came; nothing where nobody came by any. */
export async function readPosterFigures(dialogue: Pick<SurveyReading, 'id' | 'questions' | 'group'>, now: Moment): Promise<PosterFigures | undefined> {
  const counts = await store.countByPoster(dialogue.id)
  if (counts.length === 0) return undefined
  const places = new Map((await readPosterPlaces(dialogue, now)).map(({ key, label }) => [key, label]))
  return posterFigures(
    counts.map(({ poster, count }) => ({ key: poster, label: places.get(poster) ?? poster, count })),
    dialogue.group.threshold,
  )
}
