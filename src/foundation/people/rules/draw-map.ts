import type { ReadMap, Shape } from './read-geojson.ts'
import type { Metres } from './sweref99.ts'

/** How long the side of a square may be, in metres: never so short that it points at a home. */
export const squareSides = [500, 1000, 2000, 5000, 10_000] as const
export type SquareSide = (typeof squareSides)[number]
// A finger needs 24 px, and the narrowest phone has room for ten of them beside the numbers of the rows.
const most = { columns: 10, rows: 12 }
const longestDrawing = 16_000
const mostNames = 12
const mostToSimplify = 3000

/** A square of the map: its key is its place on the earth, its name the one it has on this map. */
export type MapSquare = { readonly key: string; readonly name: string; readonly near: string | null; readonly column: number; readonly row: number }
/** A map as it is drawn, in hundredths of a square from its upper left corner. */
export type MapDrawing = {
  readonly side: SquareSide
  readonly columns: number
  readonly rows: number
  readonly paths: readonly { readonly kind: Shape['kind']; readonly d: string }[]
  readonly names: readonly { readonly name: string; readonly x: number; readonly y: number }[]
  readonly squares: readonly MapSquare[]
}

/** Draws a map with its squares; each path is made simpler until the whole is light enough for a page. Refuses `too-many-squares`. */
export function drawMap({ shapes, named }: ReadMap, side: SquareSide): MapDrawing | 'too-many-squares' {
  const all = [...shapes.flatMap(({ points }) => points), ...named]
  const ends = (of: (point: Metres) => number) => all.reduce(([low, high], point) => [Math.min(low, of(point)), Math.max(high, of(point))] as const, [Infinity, -Infinity] as const)
  const [[south, north], [west, east]] = [ends((point) => point.north), ends((point) => point.east)]
  const [left, top] = [Math.floor(west / side), Math.ceil(north / side)]
  const [columns, rows] = [Math.max(1, Math.ceil(east / side) - left), Math.max(1, top - Math.floor(south / side))]
  if (columns > most.columns || rows > most.rows) return 'too-many-squares'
  const placed = (point: Metres): Point => [(point.east / side - left) * 100, (top - point.north / side) * 100]
  const drawn = shapes.map(({ kind, points }) => ({ kind, points: points.map(placed) }))
  const light = lightly(drawn)
  const areas = light.filter(({ kind }) => kind === 'area').map(({ points }) => points)
  const places = named.map((each) => ({ name: each.name, at: placed(each) }))
  const squares = Array.from({ length: columns * rows }, (_, index) => ({ column: index % columns, row: Math.floor(index / columns) }))
  return {
    ...{ side, columns, rows },
    paths: pathsOf(light),
    names: apart(places),
    squares: squares
      .filter((square) => areas.length === 0 || touches(areas, square))
      .map(({ column, row }) => ({
        key: `ruta-${side}-${(left + column) * side}-${(top - row - 1) * side}`,
        name: `${String.fromCharCode(65 + column)}${row + 1}`,
        near: nearest(places, [column * 100 + 50, row * 100 + 50]),
        ...{ column, row },
      })),
  }
}

type Point = readonly [x: number, y: number]

type Drawn = { readonly kind: Shape['kind']; readonly points: readonly Point[] }

/** The shapes with so few points that their paths fit a page. Each turn begins where the one before ended, so that a large file is soon a small one. */
function lightly(drawn: readonly Drawn[]): Drawn[] {
  let light = [...drawn]
  for (let tolerance = 1; ; tolerance *= 1.5) {
    light = light.map(({ kind, points }) => ({ kind, points: simpler(farApart(points, tolerance), tolerance) }))
    if (light.reduce((sum, { kind, points }) => sum + written(points, kind).length + 20, 0) <= longestDrawing || tolerance > 1000) return light
  }
}

/** Rings that lie in each other are one path, so that what is within is a hole. */
function pathsOf(drawn: readonly Drawn[]): MapDrawing['paths'] {
  const paths = drawn.map(({ kind, points }) => ({ kind, d: written(points, kind) })).filter(({ d }) => d !== '')
  const area = paths.filter(({ kind }) => kind === 'area').map(({ d }) => d)
  return [...(area.length > 0 ? [{ kind: 'area' as const, d: area.join('') }] : []), ...paths.filter(({ kind }) => kind === 'line')]
}

/** A line without the points that lie closer than the tolerance to the one before; its ends stay. */
function farApart(points: readonly Point[], tolerance: number): Point[] {
  const kept: Point[] = []
  for (const [index, point] of points.entries()) {
    const before = kept.at(-1)
    if (!before || index === points.length - 1 || Math.hypot(point[0] - before[0], point[1] - before[1]) >= tolerance) kept.push(point)
  }
  return kept
}

/** A line without the points that lie closer to it than the tolerance (Ramer, Douglas and Peucker). */
function simpler(points: readonly Point[], tolerance: number): readonly Point[] {
  // Its work grows with the square of the points: a longer line waits until it has been thinned.
  if (points.length > mostToSimplify) return points
  const kept = new Set([0, points.length - 1])
  const spans: [number, number][] = [[0, points.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let [farthest, at] = [tolerance, -1]
    for (let index = from + 1; index < to; index++) {
      const distance = distanceTo(points[index] as Point, points[from] as Point, points[to] as Point)
      if (distance > farthest) [farthest, at] = [distance, index]
    }
    if (at < 0) continue
    kept.add(at)
    spans.push([from, at], [at, to])
  }
  return points.filter((_, index) => kept.has(index))
}

function distanceTo([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [dx, dy] = [toX - fromX, toY - fromY]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / length))
  return Math.hypot(x - fromX - along * dx, y - fromY - along * dy)
}

function written(points: readonly Point[], kind: Shape['kind']): string {
  const rounded = points.map(([x, y]) => [Math.round(x), Math.round(y)] as const)
  if (rounded.length < (kind === 'area' ? 4 : 2)) return ''
  const [first = [0, 0]] = rounded
  const steps = rounded.slice(1).map(([x, y], index) => `${x - (rounded[index]?.[0] ?? 0)} ${y - (rounded[index]?.[1] ?? 0)}`)
  return `M${first.join(' ')}l${steps.join(' ')}${kind === 'area' ? 'z' : ''}`
}

// Twenty-five points of the square, and every corner of the area: a square that is hardly touched need not be offered.
function touches(areas: readonly (readonly Point[])[], { column, row }: { column: number; row: number }): boolean {
  const within = ([x, y]: Point) => x >= column * 100 && x <= column * 100 + 100 && y >= row * 100 && y <= row * 100 + 100
  if (areas.some((ring) => ring.some(within))) return true
  return [10, 30, 50, 70, 90].some((x) => [10, 30, 50, 70, 90].some((y) => areas.filter((ring) => isInside(ring, [column * 100 + x, row * 100 + y])).length % 2 === 1))
}

function isInside(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [[x1, y1], [x2, y2]] = [ring[index] as Point, ring[before] as Point]
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

type Placed = readonly { readonly name: string; readonly at: Point }[]

function nearest(places: Placed, [x, y]: Point): string | null {
  const ordered = places.map(({ name, at }) => ({ name, away: Math.hypot(at[0] - x, at[1] - y) })).sort((a, b) => a.away - b.away)
  // Farther off than that it is near nothing.
  return ordered[0] && ordered[0].away <= 300 ? ordered[0].name : null
}

/** The names that can be written without lying on each other, the first in the file first. */
function apart(places: Placed): MapDrawing['names'] {
  const names: MapDrawing['names'][number][] = []
  for (const { name, at } of places) {
    const [x, y] = [Math.round(at[0]), Math.round(at[1])]
    const isFree = names.every((other) => Math.abs(other.y - y) > 50 || Math.abs(other.x - x) > 12 * (other.name.length + name.length))
    if (isFree && names.length < mostNames) names.push({ name, x, y })
  }
  return names
}
