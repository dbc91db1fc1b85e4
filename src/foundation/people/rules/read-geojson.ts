import { type Metres, swerefOf } from './sweref99.ts'

export const mostMapBytes = 1_000_000
const mostPoints = 100_000
const mostFeatures = 2_000
const longestName = 60
// Sweden with its waters. What lies outside is most often in another system, or has latitude first.
const box = { west: 10, east: 25, south: 55, north: 70 }

/** A line or the edge of an area, in metres; or a point that has a name. */
export type Shape = { readonly kind: 'area' | 'line'; readonly points: readonly Metres[] }
export type NamedPoint = Metres & { readonly name: string }
export type ReadMap = { readonly shapes: readonly Shape[]; readonly named: readonly NamedPoint[] }
export type MapProblem = 'not-geojson' | 'nothing-to-draw' | 'too-large' | 'outside-sweden'

/**
 * Reads a GeoJSON file (RFC 7946): a collection of polygons, lines and points in WGS 84. Of properties only `name` or `namn` is read.
 * Answers with what is wrong where it can't be drawn; nothing in it is mended.
 */
export function readGeoJson(text: string): ReadMap | MapProblem {
  if (text.length > mostMapBytes) return 'too-large'
  const read = parsed(text)
  if (!isObject(read) || read.type !== 'FeatureCollection' || !Array.isArray(read.features)) return 'not-geojson'
  if (read.features.length > mostFeatures) return 'too-large'
  const [shapes, named]: [Shape[], NamedPoint[]] = [[], []]
  let points = 0
  for (const feature of read.features) {
    const lines = linesOf(feature)
    if (!lines) return 'not-geojson'
    for (const { kind, line } of lines) {
      points += line.length
      if (points > mostPoints) return 'too-large'
      const placed = line.map(positionOf)
      if (placed.includes('not-geojson')) return 'not-geojson'
      if (placed.includes('outside-sweden')) return 'outside-sweden'
      const metres = placed as Metres[]
      const name = nameOf(feature)
      if (kind !== 'point') shapes.push({ kind, points: metres })
      if (name && kind !== 'line') named.push({ name, ...middleOf(metres) })
    }
  }
  return shapes.length + named.length === 0 ? 'nothing-to-draw' : { shapes, named }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

type Line = { readonly kind: Shape['kind'] | 'point'; readonly line: readonly unknown[] }

// As deep as the standard is, and no deeper: a file that goes on inwards is no geometry.
function linesOf(feature: unknown): Line[] | undefined {
  if (!isObject(feature) || feature.type !== 'Feature') return undefined
  const { geometry } = feature
  if (geometry === null) return []
  if (!isObject(geometry)) return undefined
  const { type, coordinates } = geometry
  const lists = (value: unknown) => (Array.isArray(value) && value.every(Array.isArray) ? (value as unknown[][]) : undefined)
  if (type === 'Point') return [{ kind: 'point', line: [coordinates] }]
  if (type === 'LineString') return lists(coordinates)?.length ? [{ kind: 'line', line: coordinates as unknown[] }] : undefined
  if (type === 'MultiPoint') return lists(coordinates)?.map((point) => ({ kind: 'point', line: [point] }))
  if (type === 'MultiLineString') return lists(coordinates)?.map((line) => ({ kind: 'line', line }))
  // The holes of an area are drawn with it, so that a lake is a lake.
  if (type === 'Polygon') return lists(coordinates)?.map((line) => ({ kind: 'area', line }))
  if (type === 'MultiPolygon') {
    const polygons = lists(coordinates)
    return polygons?.every(lists) ? polygons.flatMap((polygon) => (polygon as unknown[][]).map((line): Line => ({ kind: 'area', line }))) : undefined
  }
  return undefined
}

function positionOf(position: unknown): Metres | 'not-geojson' | 'outside-sweden' {
  if (!Array.isArray(position) || position.length < 2 || position.length > 3) return 'not-geojson'
  const [longitude, latitude] = position
  if (typeof longitude !== 'number' || typeof latitude !== 'number' || !Number.isFinite(longitude) || !Number.isFinite(latitude)) return 'not-geojson'
  if (longitude < box.west || longitude > box.east || latitude < box.south || latitude > box.north) return 'outside-sweden'
  return swerefOf({ latitude, longitude })
}

function nameOf(feature: unknown): string | undefined {
  const properties = isObject(feature) && isObject(feature.properties) ? feature.properties : {}
  const name = properties.namn ?? properties.name
  const plain =
    typeof name === 'string'
      ? name
          .replaceAll(/[\p{C}<>]/gu, '')
          .replaceAll(/\s+/g, ' ')
          .trim()
      : ''
  return plain === '' || plain.length > longestName ? undefined : plain
}

function middleOf(points: readonly Metres[]): Metres {
  const [norths, easts] = [points.map(({ north }) => north), points.map(({ east }) => east)]
  const middle = (all: readonly number[]) =>
    (all.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY) + all.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY)) / 2
  return { north: middle(norths), east: middle(easts) }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
