import { refuse } from '#http/respond'
import type { Moment } from '#kernel/moment'
import { readSurvey, type SurveyReading } from '../read-survey.ts'

/** A draft by its address; a dialogue that has been opened is no longer one, and answers as if it weren't there. */
export async function draftAt(slug: string | undefined, now: Moment): Promise<SurveyReading> {
  const dialogue = await readSurvey(slug ?? '', now)
  if (dialogue?.state !== 'draft') refuse({ refused: 'not-found' })
  return dialogue
}
