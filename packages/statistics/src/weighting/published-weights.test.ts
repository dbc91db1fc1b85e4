import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sharedFolder, testWithShared } from '../../../../test/shared.ts'
import { designEffect } from './design-effect.ts'
import { postStratify } from './post-stratify.ts'
import { type Margin, rake } from './rake.ts'
import { shareInterval } from './share-interval.ts'
import { trimWeights } from './trim-weights.ts'
import { weightedMean } from './weighted-mean.ts'

// R's survey 4.1.1, anesrake and loglin: see ../shared/data/raking/README.md.
const folder = join(sharedFolder, 'data/raking')
const json = <Answer>(file: string): Answer => JSON.parse(readFileSync(join(folder, file), 'utf8'))
type Row = Readonly<Record<string, string>>
function csv(file: string): Row[] {
  const [head, ...rows] = readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('"', '').split(','))
  return rows.map((row) => Object.fromEntries((head ?? []).map((name, at) => [name, row[at] ?? ''])))
}
const margin = (rows: readonly Row[], name: string, totals: Readonly<Record<string, number>>): Margin => ({
  name,
  of: rows.map((row) => Object.keys(totals).indexOf(row[name] ?? '')),
  totals: Object.values(totals),
})
const farthest = (ours: ArrayLike<number>, theirs: readonly number[]) => theirs.reduce((most, value, at) => Math.max(most, Math.abs((ours[at] as number) / value - 1)), 0)

type Raked = {
  base_weight: number
  margins: Record<string, Record<string, number>>
  weights: number[]
  kish: { deff: number; ess: number }
  mean_api00: number
  se_api00_linearised: number
  awards: { level: string; p: number; se: number }[]
  ci: { lo: number; hi: number; method: 'logit' | 'beta' }[]
}

testWithShared('a raked cluster sample: weights, design effect, means and their errors, intervals', () => {
  const [rows, answer] = [csv('api_clus1.csv'), json<Raked>('api_clus1.rake.json')]
  const margins = Object.entries(answer.margins).map(([name, totals]) => margin(rows, name, totals))
  const { weights, converged } = rake(
    rows.map(() => answer.base_weight),
    margins,
  )
  expect(converged).toBe(true)
  expect(farthest(weights, answer.weights)).toBeLessThan(1e-6)
  expect(designEffect(weights).designEffect).toBeCloseTo(answer.kish.deff, 8)
  expect(designEffect(weights).effectiveSize).toBeCloseTo(answer.kish.ess, 6)
  const api = weightedMean(
    rows.map((row) => Number(row.api00)),
    weights,
    margins,
  )
  expect(Math.abs(api.mean - answer.mean_api00)).toBeLessThan(1e-6)
  expect(Math.abs(api.standardError - answer.se_api00_linearised)).toBeLessThan(1e-6)
  const yes = answer.awards.find(({ level }) => level === 'Yes')
  const awards = weightedMean(
    rows.map((row) => Number(row.awards === 'Yes')),
    weights,
    margins,
  )
  expect(Math.abs(awards.mean - (yes?.p ?? 0))).toBeLessThan(1e-9)
  expect(Math.abs(awards.standardError - (yes?.se ?? 0))).toBeLessThan(1e-6)
  for (const { lo, hi, method } of answer.ci) {
    const { low, high } = shareInterval(awards.mean, awards.standardError, rows.length, { method })
    expect(Math.max(Math.abs(low - lo), Math.abs(high - hi))).toBeLessThan(1e-6)
  }
})

testWithShared('a post-stratified sample: weights, and the mean with its error', () => {
  type Answer = { cells: { stype: string; schwide: string; Freq: number }[]; weights: number[]; mean_api00: number; se: number }
  const [rows, answer] = [csv('api_clus1.csv'), json<Answer>('api_clus1.poststrat.json')]
  const [types, wide] = [
    ['E', 'H', 'M'],
    ['No', 'Yes'],
  ]
  const variables = [rows.map(({ stype }) => types.indexOf(stype ?? '')), rows.map(({ schwide }) => wide.indexOf(schwide ?? ''))]
  const cells = answer.cells.map(({ stype, schwide, Freq }) => ({ cell: [types.indexOf(stype), wide.indexOf(schwide)], total: Freq }))
  const { weights } = postStratify(
    rows.map(() => 6194 / 183),
    variables,
    cells,
  )
  expect(farthest(weights, answer.weights)).toBeLessThan(1e-6)
  const joint: Margin = { name: 'cells', of: rows.map((_, who) => (variables[0]?.[who] ?? 0) * 2 + (variables[1]?.[who] ?? 0)), totals: [1, 1, 1, 1, 1, 1] }
  const api = weightedMean(
    rows.map((row) => Number(row.api00)),
    weights,
    [joint],
  )
  expect(Math.abs(api.mean - answer.mean_api00)).toBeLessThan(1e-6)
  expect(Math.abs(api.standardError - answer.se)).toBeLessThan(1e-6)
})

testWithShared('anesrake: caps in every turn, and who lacks an answer keeps their mass', () => {
  type Answer = { targets: Record<string, Record<string, number>>; runs: Record<string, { weights: number[]; deff: number; converge: string }> }
  const [rows, answer] = [csv('anes04.csv'), json<Answer>('anes04.anesrake.json')]
  const margins = Object.entries(answer.targets).map(([name, totals]) => margin(rows, name, totals))
  for (const [name, run] of Object.entries(answer.runs)) {
    const { weights, converged } = rake(
      rows.map(() => 1),
      margins,
      { cap: Number(name.slice('cap_'.length)) },
    )
    expect(farthest(weights, run.weights), name).toBeLessThan(1e-6)
    expect(designEffect(weights).designEffect).toBeCloseTo(run.deff, 6)
    expect(converged).toBe(run.converge.startsWith('Complete'))
  }
})

testWithShared('trimmed weights', () => {
  type Answer = { weights: number[]; trims: { lower: number; upper: number; strict: boolean; weights: number[] }[] }
  const { weights, trims } = json<Answer>('anes04.rake.json')
  for (const { lower, upper, strict, weights: theirs } of trims) expect(farthest(trimWeights(weights, { low: lower, high: upper, strict }), theirs)).toBeLessThan(1e-6)
})

type Table = { seed: number[][]; rows: number[]; cols: number[]; fit: number[][] | null }
/** Each cell of the table is one respondent with the cell's number for base weight. */
function fitted({ seed, rows, cols }: Table) {
  const cells = seed.flatMap((row, at) => row.flatMap((value, column) => (value > 0 ? [{ at, column, value }] : [])))
  const found = rake(
    cells.map(({ value }) => value),
    [
      { name: 'rows', of: cells.map(({ at }) => at), totals: rows },
      { name: 'columns', of: cells.map(({ column }) => column), totals: cols },
    ],
  )
  const fit = seed.map((row) => row.map(() => 0))
  cells.forEach(({ at, column }, which) => {
    ;(fit[at] as number[])[column] = found.weights[which] as number
  })
  return { ...found, fit }
}

testWithShared('tables are fitted as loglin fits them, also around a structural zero; what can’t be is said', () => {
  const tables = json<Record<string, Table>>('ipf_tables.json')
  for (const [name, table] of Object.entries(tables)) {
    const { converged, fit, infeasible } = fitted(table)
    if (table.fit === null) expect([converged, infeasible], name).toEqual([false, undefined])
    else
      expect(
        fit.flat().every((value, at) => Math.abs(value - (table.fit?.flat()[at] ?? 0)) < 1e-6),
        name,
      ).toBe(true)
  }
})

testWithShared('a table of four ways, from its two-way margins', () => {
  type Cell = { Class: string; Sex: string; Age: string; Survived: string; Freq: number }
  const { counts, fit, margins } = json<{ counts: Cell[]; fit: Cell[]; margins: (keyof Cell | (keyof Cell)[])[] }>('ipf_titanic.json')
  const found = rake(
    counts.map(() => 1),
    margins.map((names) => {
      const key = (cell: Cell) =>
        [names]
          .flat()
          .map((name) => cell[name])
          .join(' ')
      const levels = [...new Set(counts.map(key))]
      return {
        name: [names].flat().join(' '),
        of: counts.map((cell) => levels.indexOf(key(cell))),
        totals: levels.map((level) => counts.filter((cell) => key(cell) === level).reduce((sum, { Freq }) => sum + Freq, 0)),
      }
    }),
  )
  const place = (cell: Cell) => counts.findIndex((each) => each.Class === cell.Class && each.Sex === cell.Sex && each.Age === cell.Age && each.Survived === cell.Survived)
  for (const cell of fit) expect(Math.abs((found.weights[place(cell)] as number) - cell.Freq)).toBeLessThan(1e-5)
})

test('a level where nobody is, and totals that differ, are told before anything is weighted', () => {
  expect(rake([1, 1], [{ name: 'sex', of: [0, 0], totals: [5, 5] }]).infeasible).toEqual({ because: 'nobody-at-level', margin: 'sex', level: 1 })
  const two: Margin[] = [
    { name: 'sex', of: [0, 1], totals: [5, 5] },
    { name: 'age', of: [0, 1], totals: [5, 6] },
  ]
  expect(rake([1, 1], two).infeasible).toEqual({ because: 'totals-differ', margin: 'age', total: 11, first: 10 })
})
