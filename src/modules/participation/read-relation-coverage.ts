import type { Day } from '#kernel/day'
import { readPopulation, readRelations } from './read-populations.ts'
import type { SurveyReading } from './read-survey.ts'
import { isUndisclosed } from './rules/match-background.ts'
import { dontKnow } from './rules/question.ts'
import { coverRelations, type RelationCoverage, relationsAsked } from './rules/relation-coverage.ts'
import * as store from './store.server.ts'

export type RelationReading =
  | { readonly why: 'not-asked' | 'not-in-table' | 'not-choices' }
  | ({ readonly why: null; readonly answers: number; readonly threshold: number; readonly source: string; readonly countedOn: Day } & RelationCoverage)

/**
 * The relations to the municipality that the answers of a dialogue say, against how many have each, or why they can't be compared. Nothing when it is neither
 * asked nor in any table. Small counts are not in it.
 */
export async function readRelationCoverage(dialogue: SurveyReading): Promise<RelationReading | undefined> {
  const table = await readRelations()
  const question = dialogue.questions.find(({ background }) => background === 'relation')
  if (!question) return table && { why: 'not-asked' }
  if (!table) return { why: 'not-in-table' }
  if (relationsAsked(question).length === 0) return { why: 'not-choices' }
  const quiet = [dontKnow, ...(question.form.choices ?? []).filter(isUndisclosed).map(({ key }) => key)]
  const rows = await store.countRelations(dialogue.id, question.key, quiet)
  const counts = new Map(rows.flatMap(({ chosen, count }) => (chosen === null ? [] : [[chosen, count] as const])))
  const total = (await readPopulation())?.population.total
  const said = rows.find(({ chosen }) => chosen === null)?.count ?? 0
  const { threshold } = dialogue.group
  return {
    ...{ why: null, answers: await store.countResponses({ dialogueId: dialogue.id }), threshold, source: table.source, countedOn: table.countedOn },
    ...coverRelations(question, { relations: table.relations, residents: total ? (total.own ?? total.sum) : null }, { said, counts }, threshold),
  }
}
