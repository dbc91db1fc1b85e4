import type { Point, Series } from './series.tsx'

export const plotHeight = 260
export const plotTop = 28

type Anchor = 'start' | 'middle' | 'end'
export type Placed = Omit<Point, 'value'> & { value: number; x: string; y: number; at: number; anchor: Anchor; whisker?: { high: number; low: number } }

/**
 * Where everything in a line chart stands. Across, places are shares of the width, so that the drawing can be as wide as the screen
 * while its text keeps its size; down, they are pixels.
 */
export function layOut({ points, target, waypoints = [], baseline }: Series) {
  const across = placesOf([...new Set([...points, ...waypoints].map(({ period }) => period))])
  const at = (period: string) => across.get(period) ?? 0
  const [low, high] = rangeOf([
    ...points.flatMap(({ value, margin = 0 }) => (value === undefined ? [] : [value - margin, value + margin])),
    ...waypoints.map(({ value }) => value),
    ...(target === undefined ? [] : [target]),
  ])
  // The words for what is missing have a row of their own, so that they never lie on a line.
  const plotBottom = plotHeight - (points.some(({ value }) => value === undefined) ? 60 : 38)
  const y = (value: number) => Math.round((plotTop + (1 - (value - low) / (high - low)) * (plotBottom - plotTop)) * 10) / 10
  const placed = points.flatMap((point): Placed[] => {
    const { value, margin } = point
    if (value === undefined) return []
    const whisker = margin ? { high: y(value + margin), low: y(value - margin) } : undefined
    return [{ ...point, value, x: percent(at(point.period)), y: y(value), at: at(point.period), anchor: anchorAt(at(point.period)), whisker }]
  })
  const base = placed.find(({ period }) => period === baseline)
  const last = placed.at(-1)
  const { ticks, decimals } = Number.isFinite(low) ? ticksBetween(low, high) : { ticks: [], decimals: 0 }
  return {
    placed,
    base,
    ticks: ticks.map((value) => ({ value, y: y(value) })),
    tickDecimals: decimals,
    target: target === undefined ? undefined : { y: y(target), atStart: distance(placed[0], y(target)) > distance(last, y(target)) },
    waypoints: waypoints.map((waypoint) => ({ ...waypoint, x: percent(at(waypoint.period)), y: y(waypoint.value), anchor: anchorAt(at(waypoint.period)) })),
    segments: segmentsOf(points, placed),
    gaps: gapsOf(points, at),
    periods: periodsOf([...across], baseline),
    isLow: (point: Placed) => isLow(point, placed),
    /** The baseline and the last value are always said; few values all are, where there is room. */
    speaks: (point: Placed) => (point === last || point === base ? 'always' : placed.length <= 6 ? 'wide' : undefined),
  }
}

// Periods lie where they lie in time: a year that nobody measured leaves its room empty.
function placesOf(periods: readonly string[]): Map<string, number> {
  const times = periods.map(timeOf)
  const known = times.every((time) => time !== undefined)
  const at = known ? (times as number[]) : periods.map((_, index) => index)
  const [from, to] = [Math.min(...at), Math.max(...at)]
  const pairs = periods.map((period, index) => [period, to === from ? 0.5 : ((at[index] ?? 0) - from) / (to - from)] as const)
  return new Map([...pairs].sort((one, other) => one[1] - other[1]))
}

// 2026, 2026-T2 (tertial), 2026-K3 (quarter), 2026-08 (month).
function timeOf(period: string): number | undefined {
  const [, year, kind, part] = /^(\d{4})(?:-([TKQ]?)(\d{1,2}))?$/i.exec(period) ?? []
  if (!year) return undefined
  if (!part) return Number(year)
  const parts = kind?.toUpperCase() === 'T' ? 3 : kind ? 4 : 12
  return Number(year) + (Number(part) - 1) / parts
}

function rangeOf(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = (high - low) * 0.18 || Math.abs(high) * 0.1 || 1
  // Nothing that can't be less than nothing gets an axis that says so.
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room]
}

function ticksBetween(low: number, high: number): { ticks: number[]; decimals: number } {
  const rough = (high - low) / 3
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10) * magnitude
  const ticks: number[] = []
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) ticks.push(Number(tick.toPrecision(12)))
  const decimals = Math.max(...ticks.map((tick) => (String(tick).split('.')[1] ?? '').length), 0)
  return { ticks, decimals }
}

function segmentsOf(points: readonly Point[], placed: readonly Placed[]) {
  return points.slice(1).flatMap((point, index) => {
    const from = placed.find(({ period }) => period === points[index]?.period)
    const to = placed.find(({ period }) => period === point.period)
    return from && to ? [{ x1: from.x, y1: from.y, x2: to.x, y2: to.y }] : []
  })
}

// Neighbours that are missing for the same reason share one word, in the middle of the gap.
function gapsOf(points: readonly Point[], at: (period: string) => number) {
  const runs: { said: string | undefined; places: number[] }[] = []
  points.forEach(({ value, absence, period }, index) => {
    if (value !== undefined) return
    const run = runs.at(-1)
    if (run && points[index - 1]?.value === undefined && points[index - 1]?.absence === absence) run.places.push(at(period))
    else runs.push({ said: absence, places: [at(period)] })
  })
  return runs.map(({ said, places }) => {
    const middle = ((places[0] ?? 0) + (places.at(-1) ?? 0)) / 2
    return { said, x: percent(middle), anchor: anchorAt(middle) }
  })
}

// As many periods are written out as there is room for; the last, the baseline and the first before the others, fewer on a narrow screen.
function periodsOf(places: readonly (readonly [string, number])[], baseline: string | undefined) {
  const letters = Math.max(4, ...places.map(([period]) => period.length))
  const first = [places.at(-1), places.find(([period]) => period === baseline), places[0]].flatMap((place) => (place ? [place] : []))
  const order = [...new Set([...first, ...[...places].reverse()])]
  const thatFit = (apart: number) => {
    const kept: (readonly [string, number])[] = []
    for (const place of order) if (kept.every(([, at]) => Math.abs(at - place[1]) >= apart)) kept.push(place)
    return kept
  }
  const [wide, narrow] = [thatFit(letters * 0.017), thatFit(letters * 0.05)]
  return places
    .filter((place) => wide.includes(place) || narrow.includes(place))
    .map((place) => ({ period: place[0], x: percent(place[1]), only: wide.includes(place) ? (narrow.includes(place) ? undefined : 'wide') : 'narrow' }))
}

// A word beside a dot stands under it where the line goes up from it, so that it is not crossed.
function isLow(point: Placed, placed: readonly Placed[]): boolean {
  const index = placed.indexOf(point)
  const around = [placed[index - 1], placed[index + 1]].flatMap((other) => (other ? [other.y] : []))
  return around.length > 0 && around.every((y) => y < point.y)
}

function anchorAt(at: number): Anchor {
  return at < 0.2 ? 'start' : at > 0.8 ? 'end' : 'middle'
}

function distance(point: Placed | undefined, y: number): number {
  return point ? Math.abs(point.y - y) : 0
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}
