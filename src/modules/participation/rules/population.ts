import { type Span, sameSpan } from './age-span.ts'

export type Sex = 'women' | 'men'
/** One number of a table of the population. `null` is all: the table's own total over that. */
export type PopulationCell = { readonly place: string | null; readonly span: Span | null; readonly sex: Sex | null; readonly count: number }
export type Population = {
  readonly places: readonly string[]
  readonly spans: readonly Span[]
  readonly sexes: readonly Sex[]
  /** How many there are, by the table's own total where it has one; else the sum of its parts. */
  readonly countOf: (of: Omit<PopulationCell, 'count'>) => number
  /** The table's own number for everybody, if it has one, and the sum of its smallest parts. They need not be the same, and neither is corrected. */
  readonly total: { readonly own: number | null; readonly sum: number }
}

/** A table made ready to be asked. The order of its cells makes no difference. */
export function populationOf(cells: readonly PopulationCell[]): Population {
  const places = distinct(cells.map(({ place }) => place)).sort((a, b) => a.localeCompare(b, 'sv'))
  const sexes = distinct(cells.map(({ sex }) => sex)).sort()
  const spans = cells
    .flatMap(({ span }) => span ?? [])
    .filter((span, at, all) => all.findIndex((each) => sameSpan(each, span)) === at)
    .sort((a, b) => a.from - b.from)
  const counts = new Map(cells.map((cell) => [keyOf(cell), cell.count]))
  const countOf = (of: Omit<PopulationCell, 'count'>): number => {
    const own = counts.get(keyOf(of))
    if (own !== undefined) return own
    if (of.sex === null && sexes.length > 0) return sum(sexes.map((sex) => countOf({ ...of, sex })))
    if (of.span === null && spans.length > 0) return sum(spans.map((span) => countOf({ ...of, span })))
    if (of.place === null && places.length > 0) return sum(places.map((place) => countOf({ ...of, place })))
    return 0
  }
  const smallest = cells.filter(({ place, span, sex }) => (place !== null || places.length === 0) && (span !== null || spans.length === 0) && (sex !== null || sexes.length === 0))
  const own = counts.get(keyOf({ place: null, span: null, sex: null })) ?? null
  return { places, spans, sexes, countOf, total: { own, sum: sum(smallest.map(({ count }) => count)) } }
}

/** What a table says, whatever order its rows have: for knowing the same one again. */
export function canonicalCells(cells: readonly PopulationCell[]): string {
  return JSON.stringify(cells.map((cell) => `${keyOf(cell)} ${cell.count}`).sort())
}

/** The same for the same group, and for no other. */
export function keyOf({ place, span, sex }: Omit<PopulationCell, 'count'>): string {
  return JSON.stringify([place?.toLowerCase() ?? null, span?.from ?? null, span?.to ?? null, sex])
}

function distinct<Value>(values: readonly (Value | null)[]): Value[] {
  return [...new Set(values.filter((value) => value !== null))]
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
