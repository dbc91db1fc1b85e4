import type { Moment } from '#kernel/moment'
import type { SurveyReading } from './read-survey.ts'
import { type Missing, missingBeforeOpening } from './rules/opening-gate.ts'
import * as store from './store.server.ts'

/** What is missing before a dialogue may open. */
export async function readMissing(dialogue: SurveyReading, now: Moment): Promise<Missing[]> {
  return missingBeforeOpening({ ...dialogue, toVoteOn: dialogue.kind === 'opinion' ? await store.countOpinionStatements(dialogue.id) : 0 }, now)
}
