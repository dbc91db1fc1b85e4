import type { Point, Series, Waypoint } from './series.tsx'

export const plotHeight = 260
const plotTop = 28

type Anchor = 'start' | 'middle' | 'end'
type Spot = { readonly at: number; readonly x: string; readonly y: number; readonly anchor: Anchor }
/** A measurement and where it stands. `says` is when its value is written out: always, or only where there is room. */
export type Placed = Spot & {
  readonly period: string
  readonly value: number
  readonly isBase: boolean
  readonly whisker?: { readonly high: number; readonly low: number }
  readonly says?: 'always' | 'wide'
  readonly saysAt: number
}

/**
 * Where everything in a line chart stands. Across, places are shares of the width, so that the drawing can be as wide as the screen
 * while its text keeps its size; down, they are pixels.
 */
export function layOut({ points, target, waypoints = [], baseline }: Series) {
  const across = placesOf([...new Set([...points, ...waypoints].map(({ period }) => period))])
  const [low, high] = rangeOf(points, waypoints, target)
  // The words for what is missing have a row of their own, so that they never lie on a line.
  const bottom = plotHeight - (points.some(({ value }) => value === undefined) ? 60 : 38)
  const y = (value: number) => Math.round((plotTop + (1 - (value - low) / (high - low)) * (bottom - plotTop)) * 10) / 10
  const spot = (period: string, value: number): Spot => {
    const at = across.get(period) ?? 0
    return { at, x: percent(at), y: y(value), anchor: anchorAt(at) }
  }
  const known = points.flatMap(({ value, ...point }) => (value === undefined ? [] : [{ ...point, value }]))
  const placed = known.map(({ period, value, margin }, index): Placed => {
    const whisker = margin ? { high: y(value + margin), low: y(value - margin) } : undefined
    const around = [known[index - 1], known[index + 1]].flatMap((other) => (other ? [other.value] : []))
    // A number stands under its dot where the line goes up from it on every side, so that it is not crossed.
    const under = around.length > 0 && around.every((other) => other > value)
    const saysAt = y(value) + (under ? 26 : -14)
    const isBase = period === baseline
    const says = isBase || index === known.length - 1 ? 'always' : known.length <= 6 ? 'wide' : undefined
    return { ...spot(period, value), period, value, isBase, whisker, says, saysAt }
  })
  const { ticks, decimals } = ticksBetween(low, high)
  return {
    placed,
    base: placed.find(({ isBase }) => isBase),
    ticks: ticks.map((value) => ({ value, y: y(value) })),
    tickDecimals: decimals,
    target: target === undefined ? undefined : { y: y(target), atStart: distance(placed[0], y(target)) > distance(placed.at(-1), y(target)) },
    waypoints: waypoints.map((waypoint) => ({ ...waypoint, ...spot(waypoint.period, waypoint.value) })),
    segments: segmentsOf(points, placed),
    gaps: gapsOf(points, across),
    periods: periodsOf([...across], baseline),
  }
}

// Periods lie where they lie in time: a year that nobody measured leaves its room empty.
function placesOf(periods: readonly string[]): Map<string, number> {
  const times = periods.map(timeOf)
  const known = times.every((time) => time !== undefined)
  const at = known ? (times as number[]) : periods.map((_, index) => index)
  const [from, to] = [Math.min(...at), Math.max(...at)]
  const pairs = periods.map((period, index) => [period, to === from ? 0.5 : ((at[index] ?? 0) - from) / (to - from)] as const)
  return new Map(pairs.sort((one, other) => one[1] - other[1]))
}

// 2026, 2026-T2 (tertial), 2026-K3 (quarter), 2026-08 (month).
function timeOf(period: string): number | undefined {
  const [, year, kind, part] = /^(\d{4})(?:-([TKQ]?)(\d{1,2}))?$/i.exec(period) ?? []
  if (!year) return undefined
  if (!part) return Number(year)
  const parts = kind?.toUpperCase() === 'T' ? 3 : kind ? 4 : 12
  return Number(year) + (Number(part) - 1) / parts
}

function rangeOf(points: readonly Point[], waypoints: readonly Waypoint[], target: number | undefined): [number, number] {
  const values = [
    ...points.flatMap(({ value, margin = 0 }) => (value === undefined ? [] : [value - margin, value + margin])),
    ...waypoints.map(({ value }) => value),
    ...(target === undefined ? [] : [target]),
  ]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = (high - low) * 0.18 || Math.abs(high) * 0.1 || 1
  // What is never less than nothing gets no axis that says so.
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room]
}

function ticksBetween(low: number, high: number): { ticks: number[]; decimals: number } {
  if (!Number.isFinite(low)) return { ticks: [], decimals: 0 }
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
function gapsOf(points: readonly Point[], across: ReadonlyMap<string, number>) {
  const runs: { said: string | undefined; places: number[] }[] = []
  points.forEach(({ value, absence, period }, index) => {
    if (value !== undefined) return
    const [run, before] = [runs.at(-1), points[index - 1]]
    const at = across.get(period) ?? 0
    if (run && before?.value === undefined && before?.absence === absence) run.places.push(at)
    else runs.push({ said: absence, places: [at] })
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

function anchorAt(at: number): Anchor {
  return at < 0.2 ? 'start' : at > 0.8 ? 'end' : 'middle'
}

function distance(point: Placed | undefined, y: number): number {
  return point ? Math.abs(point.y - y) : 0
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}
