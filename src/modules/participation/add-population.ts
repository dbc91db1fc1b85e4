import { createHash } from 'node:crypto'
import { granted, type Result, refused } from '#kernel/result'
import { command } from '#trail'
import { mayAddPopulation } from './access.ts'
import { populationForm } from './population-schema.ts'
import { canonicalCells, type Population, populationOf } from './rules/population.ts'
import { type FileOfPopulation, readPopulationFile } from './rules/population-file.ts'
import type { TableProblem } from './rules/population-rows.ts'
import * as store from './store.server.ts'

export type PopulationPreview = Pick<Population, 'places' | 'spans' | 'sexes' | 'total'> & Pick<FileOfPopulation, 'area' | 'source' | 'note'> & { readonly cells: number }
export type UnreadableTable = { readonly refused: 'unreadable-table'; readonly problems: readonly TableProblem[] }

/** What a table says, for whoever is about to add it. Stores nothing; refuses `unreadable-table`, line by line, and `already-added`. */
export async function previewPopulation(text: string): Promise<Result<PopulationPreview, UnreadableTable | { refused: 'already-added' }>> {
  const { cells, problems, area, source, note } = readPopulationFile(text)
  if (problems.length > 0) return refused({ refused: 'unreadable-table', problems })
  if (await store.hasPopulation(hashOf(cells))) return refused({ refused: 'already-added' })
  const { places, spans, sexes, total } = populationOf(cells)
  return granted({ places, spans, sexes, total, area, source, note, cells: cells.length })
}

/** Adds a table of the population, frozen as it was given. The same one is known again, whatever order its rows have. */
export const addPopulation = command(mayAddPopulation, populationForm, async ({ input, actor, now, record }) => {
  const { cells, problems, note } = readPopulationFile(input.text)
  if (problems.length > 0) return refused<UnreadableTable>({ refused: 'unreadable-table', problems })
  const row = { source: input.source, countedOn: input.countedOn, note, contentHash: hashOf(cells), addedBy: actor.person, addedAt: now.at }
  const id = await store.putPopulation(row, cells)
  if (!id) return refused({ refused: 'already-added' })
  await record('population-added', { kind: 'population', id })
  return granted({ id })
})

function hashOf(cells: FileOfPopulation['cells']): string {
  return createHash('sha256').update(canonicalCells(cells)).digest('hex')
}
