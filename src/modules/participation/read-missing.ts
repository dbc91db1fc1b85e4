import { readPictures } from '#files'
import type { Moment } from '#kernel/moment'
import { readOpinionStatements } from './read-opinion-statements.ts'
import type { SurveyReading } from './read-survey.ts'
import { type Missing, missingBeforeOpening } from './rules/opening-gate.ts'

/** What is missing before a dialogue may open. */
export async function readMissing(dialogue: SurveyReading, now: Moment): Promise<Missing[]> {
  const statements = dialogue.kind === 'opinion' ? await readOpinionStatements(dialogue.id) : []
  const toVoteOn = statements.filter(({ withdrawn }) => withdrawn === null).length
  return missingBeforeOpening({ ...dialogue, toVoteOn, lacksPicture: await lacksPicture(dialogue) }, now)
}

async function lacksPicture({ questions }: SurveyReading): Promise<boolean> {
  const wished = questions.flatMap(({ form }) => (form.choices ?? []).flatMap(({ picture }) => picture ?? []))
  if (wished.length === 0) return false
  const there = new Set((await readPictures()).map(({ address }) => address))
  return wished.some((address) => !there.has(address))
}
