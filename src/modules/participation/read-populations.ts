import type { Day } from '#kernel/day'
import { type Population, populationOf } from './rules/population.ts'
import type { RelationCount } from './rules/relations.ts'
import * as store from './store.server.ts'

export type PopulationReading = {
  readonly id: string
  readonly source: string
  readonly countedOn: Day
  readonly note: string | null
  readonly addedAt: string
  readonly addedBy: string
  readonly hasCells: boolean
  readonly hasRelations: boolean
}

/** The tables of the population that have been added, the latest first. */
export async function readPopulations(): Promise<PopulationReading[]> {
  return store.listPopulationRows()
}

/** The table that answers are held against: the one of the latest day, of those that are more than relations. Two statements. */
export async function readPopulation(): Promise<(PopulationReading & { readonly population: Population }) | undefined> {
  const latest = (await store.listPopulationRows()).find(({ hasCells }) => hasCells)
  return latest && { ...latest, population: populationOf(await store.listPopulationCells(latest.id)) }
}

/** The relations that answers are held against: those of the latest table that has any. Two statements. */
export async function readRelations(): Promise<(PopulationReading & { readonly relations: readonly RelationCount[] }) | undefined> {
  const latest = (await store.listPopulationRows()).find(({ hasRelations }) => hasRelations)
  return latest && { ...latest, relations: await store.listPopulationRelations(latest.id) }
}
