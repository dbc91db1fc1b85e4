import type { Moment } from '#kernel/moment'
import { readOpinionStatements } from './read-opinion-statements.ts'
import type { SurveyReading } from './read-survey.ts'
import { type Missing, missingBeforeOpening } from './rules/opening-gate.ts'

/** What is missing before a dialogue may open. */
export async function readMissing(dialogue: SurveyReading, now: Moment): Promise<Missing[]> {
  const statements = dialogue.kind === 'opinion' ? await readOpinionStatements(dialogue.id) : []
  return missingBeforeOpening({ ...dialogue, toVoteOn: statements.filter(({ withdrawn }) => withdrawn === null).length }, now)
}
