import { redirect } from 'react-router'
import { refuse } from '#http/respond'
import type { Moment } from '#kernel/moment'
import { readSurvey, type SurveyReading } from '../read-survey.ts'

/** The survey at an address, once it has been opened; else there is no such page. A dialogue of statements has a page of its own. */
export async function openedSurvey(slug: string | undefined, now: Moment): Promise<SurveyReading> {
  const dialogue = await readSurvey(slug ?? '', now)
  if (dialogue?.kind === 'opinion' && dialogue.state !== 'draft') throw redirect(`/delta/${dialogue.slug}/pastaenden`)
  if (dialogue?.kind !== 'survey' || dialogue.state === 'draft') refuse({ refused: 'not-found' })
  return dialogue
}
