import type { Moment } from '#kernel/moment'
import { readPosterPlaces } from './read-poster-places.ts'
import type { SurveyReading } from './read-survey.ts'
import { mayBeShown } from './rules/threshold.ts'
import * as store from './store.server.ts'

/** How many came by the poster of a place; nothing where they are fewer than may be shown. */
export type PosterFigure = { readonly key: string; readonly label: string; readonly count: number | null }

/** By which posters the answers of a dialogue came, the most used first. Where nobody came from isn't there. */
export async function readPosterFigures(dialogue: Pick<SurveyReading, 'id' | 'questions' | 'group'>, now: Moment): Promise<PosterFigure[]> {
  const counts = new Map((await store.countByPoster(dialogue.id)).map(({ poster, count }) => [poster, count]))
  if (counts.size === 0) return []
  const places = new Map((await readPosterPlaces(dialogue, now)).map(({ key, label }) => [key, label]))
  return [...counts]
    .map(([key, count]) => ({ key, label: places.get(key) ?? key, count: mayBeShown(count, dialogue.group.threshold) ? count : null }))
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || a.label.localeCompare(b.label, 'sv'))
}
