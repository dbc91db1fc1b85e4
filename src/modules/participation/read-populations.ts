import type { Day } from '#kernel/day'
import { type Population, populationOf } from './rules/population.ts'
import * as store from './store.server.ts'

export type PopulationReading = {
  readonly id: string
  readonly source: string
  readonly countedOn: Day
  readonly note: string | null
  readonly addedAt: string
  readonly addedBy: string
}

/** The tables of the population that have been added, the latest first. */
export async function readPopulations(): Promise<PopulationReading[]> {
  return store.listPopulationRows()
}

/** The table that answers are held against: the one of the latest day. Two statements. */
export async function readPopulation(): Promise<(PopulationReading & { readonly population: Population }) | undefined> {
  const [latest] = await store.listPopulationRows()
  return latest && { ...latest, population: populationOf(await store.listPopulationCells(latest.id)) }
}
