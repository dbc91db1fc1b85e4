import { createHash } from 'node:crypto'
import { granted, type Result, refused } from '#kernel/result'
import { command } from '#trail'
import { mayAddPopulation } from './access.ts'
import { populationForm } from './population-schema.ts'
import { canonicalCells, type Population, populationOf } from './rules/population.ts'
import { type FileOfPopulation, readPopulationFile } from './rules/population-file.ts'
import type { TableProblem } from './rules/population-rows.ts'
import * as store from './store.server.ts'

export type PopulationPreview = Pick<Population, 'places' | 'spans' | 'sexes' | 'total'> &
  Pick<FileOfPopulation, 'area' | 'source' | 'note' | 'relations'> & { readonly cells: number }
export type UnreadableTable = { readonly refused: 'unreadable-table'; readonly problems: readonly TableProblem[] }

/** What a table says, for whoever is about to add it. Stores nothing; refuses `unreadable-table`, line by line, and `already-added`. */
export async function previewPopulation(text: string): Promise<Result<PopulationPreview, UnreadableTable | { refused: 'already-added' }>> {
  const { cells, relations, problems, area, source, note } = readPopulationFile(text)
  if (problems.length > 0) return refused({ refused: 'unreadable-table', problems })
  if (await store.hasPopulation(hashOf(cells, relations))) return refused({ refused: 'already-added' })
  const { places, spans, sexes, total } = populationOf(cells)
  return granted({ places, spans, sexes, total, relations, area, source, note, cells: cells.length })
}

/** Adds a table of the population, frozen as it was given. The same one is known again, whatever order its rows have. */
export const addPopulation = command(mayAddPopulation, populationForm, async ({ input, actor, now, record }) => {
  const { cells, relations, problems, note } = readPopulationFile(input.text)
  if (problems.length > 0) return refused<UnreadableTable>({ refused: 'unreadable-table', problems })
  const row = { source: input.source, countedOn: input.countedOn, note, contentHash: hashOf(cells, relations), addedBy: actor.person, addedAt: now.at }
  const id = await store.putPopulation(row, cells, relations)
  if (!id) return refused({ refused: 'already-added' })
  await record('population-added', { kind: 'population', id })
  return granted({ id })
})

function hashOf(cells: FileOfPopulation['cells'], relations: FileOfPopulation['relations']): string {
  const said = relations.map(({ relation, count }) => JSON.stringify([relation?.toLowerCase() ?? null, count])).sort()
  // A table without relations is known as it was before there were any.
  return createHash('sha256')
    .update(canonicalCells(cells) + said.join(''))
    .digest('hex')
}
