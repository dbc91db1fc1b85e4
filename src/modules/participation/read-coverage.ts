import type { Moment } from '#kernel/moment'
import { type PopulationReading, readPopulation } from './read-populations.ts'
import type { SurveyReading } from './read-survey.ts'
import { type CoverageRow, type CoverageTable, coverageOf, largestGaps } from './rules/coverage.ts'
import { type LeftOut, leftOut, type Mismatch, matchBackground } from './rules/match-background.ts'
import type { Population } from './rules/population.ts'
import * as store from './store.server.ts'

export type CoverageReading = {
  readonly countedAt: string
  readonly answers: number
  readonly population: PopulationReading & { readonly total: Population['total'] }
  readonly gaps: readonly CoverageRow[]
  readonly tables: readonly CoverageTable[]
  readonly mismatches: readonly Mismatch[]
  readonly leftOut: readonly LeftOut[]
}

/** The answers of a dialogue as they stand now against the latest table of the population; nothing when there is no table. Every count is shown: it is for whoever runs the dialogue. */
export async function readCoverage(dialogue: SurveyReading, now: Moment): Promise<CoverageReading | undefined> {
  const latest = await readPopulation()
  if (!latest) return undefined
  const { population, ...table } = latest
  const keyOf = (of: 'place' | 'age' | 'gender') => dialogue.questions.find(({ background }) => background === of)?.key ?? null
  const counts = await store.countBackgrounds(dialogue.id, { place: keyOf('place'), age: keyOf('age'), gender: keyOf('gender') })
  const match = matchBackground(dialogue.questions, population)
  const tables = coverageOf(match.compared, population, counts)
  return {
    countedAt: now.at,
    answers: counts.reduce((total, { count }) => total + count, 0),
    population: { ...table, total: population.total },
    ...{ gaps: largestGaps(tables), tables, mismatches: match.mismatches, leftOut: leftOut(match, dialogue.questions, counts) },
  }
}
