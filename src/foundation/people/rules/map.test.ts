import { describe, expect, test } from 'vitest'
import { drawMap } from './draw-map.ts'
import { type MapProblem, mostMapBytes, readGeoJson } from './read-geojson.ts'
import { swerefOf } from './sweref99.ts'

const collection = (...geometries: unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })) })
const named = (name: string, coordinates: unknown) => ({ type: 'Feature', properties: { namn: name }, geometry: { type: 'Point', coordinates } })
const corner = [15.6, 62.5]
const ring = [corner, [15.7, 62.5], [15.7, 62.55], [15.6, 62.55], corner]

describe('a position on the plane', () => {
  test('is within a hundredth of a millimetre of the control point in Lantmäteriet’s paper on the projection', () => {
    const plane = { meridian: 13 + 35 / 60 + 7.692 / 3600, scale: 1.00000254, falseNorth: -6_226_307.864, falseEast: 84_182.879 }
    const { north, east } = swerefOf({ latitude: 66, longitude: 24 }, plane)
    expect(north).toBeCloseTo(1_135_809.413803, 4)
    expect(east).toBeCloseTo(555_304.016555, 4)
  })
  test('on the middle meridian it is as far east as the plane begins', () => expect(swerefOf({ latitude: 60, longitude: 15 }).east).toBe(500_000))
})

describe('attacks 50 and 51: a file that is no map is refused for what it is', () => {
  test.each<[string, string, MapProblem]>([
    ['nothing', '', 'not-geojson'],
    ['no JSON', '<?php system($_GET[0]);', 'not-geojson'],
    ['a zip', 'PK\u0003\u0004', 'not-geojson'],
    ['JSON of something else', '{"type":"Topology"}', 'not-geojson'],
    ['a bare geometry', JSON.stringify({ type: 'Polygon', coordinates: [ring] }), 'not-geojson'],
    ['half a million brackets', '['.repeat(500_000), 'not-geojson'],
    [
      'coordinates that go on inwards',
      `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":${'['.repeat(50_000)}${']'.repeat(50_000)}}}]}`,
      'not-geojson',
    ],
    ['a geometry of geometries', collection({ type: 'GeometryCollection', geometries: [] }), 'not-geojson'],
    ['1e309', `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1e309,62]}}]}`, 'not-geojson'],
    ['words for numbers', collection({ type: 'Point', coordinates: ['15', '62'] }), 'not-geojson'],
    ['latitude first', collection({ type: 'Point', coordinates: [62.5, 15.6] }), 'outside-sweden'],
    ['metres', collection({ type: 'Point', coordinates: [530_000, 6_930_000] }), 'outside-sweden'],
    ['nothing to draw', collection(), 'nothing-to-draw'],
    ['a point without a name alone', collection({ type: 'Point', coordinates: corner }), 'nothing-to-draw'],
    ['too many points', collection({ type: 'LineString', coordinates: Array.from({ length: 100_001 }, () => [15, 62]) }), 'too-large'],
    ['too many things', collection(...Array.from({ length: 2001 }, () => null)), 'too-large'],
    ['too many letters', ' '.repeat(mostMapBytes + 1), 'too-large'],
  ])('%s', (_, text, problem) => expect(readGeoJson(text)).toBe(problem))
  test('what a name could carry into a page is left out of it', () => {
    const read = readGeoJson(
      JSON.stringify({ type: 'FeatureCollection', features: [named('<script>\u202eAlby\u0000', corner), named('x'.repeat(61), corner), named('Fränsta', corner)] }),
    )
    expect(typeof read === 'object' && read.named.map(({ name }) => name)).toEqual(['scriptAlby', 'Fränsta'])
  })
})

describe('a map that is drawn', () => {
  const draw = (text: string, side: 500 | 1000 | 2000) => {
    const read = readGeoJson(text)
    if (typeof read === 'string') throw new Error(read)
    return drawMap(read, side)
  }
  test('has squares only where there is land, each known by where on the earth it lies and named as on the map', () => {
    const triangle = collection({ type: 'Polygon', coordinates: [[corner, [15.7, 62.5], [15.6, 62.55], corner]] })
    const drawing = draw(triangle, 1000)
    if (typeof drawing === 'string') throw new Error(drawing)
    expect([drawing.columns, drawing.rows]).toEqual([7, 6])
    const names = drawing.squares.map(({ name }) => name)
    expect([names.includes('A6'), names.includes('G1')]).toEqual([true, false])
    const { north, east } = swerefOf({ latitude: 62.525, longitude: 15.63 })
    expect(drawing.squares.map(({ key }) => key)).toContain(`ruta-1000-${Math.floor(east / 1000) * 1000}-${Math.floor(north / 1000) * 1000}`)
  })
  test('on the next map the same square has the same key, whatever it is called there', () => {
    const [small, large] = [
      collection({ type: 'Polygon', coordinates: [ring] }),
      collection({
        type: 'Polygon',
        coordinates: [
          [
            [15.55, 62.5],
            [15.7, 62.5],
            [15.7, 62.56],
            [15.55, 62.5],
          ],
        ],
      }),
    ].map((text) => draw(text, 1000))
    if (typeof small !== 'object' || typeof large !== 'object') throw new Error('not drawn')
    const shared = small.squares.filter(({ key }) => large.squares.some((each) => each.key === key))
    expect(shared.length).toBeGreaterThan(5)
    expect(shared.some(({ key, name }) => large.squares.find((each) => each.key === key)?.name !== name)).toBe(true)
  })
  test('that would need more squares than a phone has room for is refused', () => {
    expect(draw(collection({ type: 'Polygon', coordinates: [ring] }), 500)).toBe('too-many-squares')
  })
  test('says what each square is near, and nothing where nothing is near', () => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        named('Alby', [15.601, 62.501]),
        { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[corner, [15.75, 62.5], [15.75, 62.55], [15.6, 62.55], corner]] } },
      ],
    })
    const drawing = draw(text, 1000)
    if (typeof drawing === 'string') throw new Error(drawing)
    const near = Object.fromEntries(drawing.squares.map((square) => [square.name, square.near]))
    expect([near.A6, near.I1]).toEqual(['Alby', null])
  })
  test('is light however many points its shore has', () => {
    const shore = Array.from({ length: 60_000 }, (_, index) =>
      [15.6 + 0.1 * Math.cos(index / 9549) + 0.002 * Math.sin(index), 62.5 + 0.03 * Math.sin(index / 9549) + 0.001 * Math.cos(index * 7)].map(
        (degree) => Math.round(degree * 100) / 100,
      ),
    )
    const drawing = draw(collection({ type: 'Polygon', coordinates: [[...shore, shore[0]]] }), 2000)
    if (typeof drawing === 'string') throw new Error(drawing)
    expect(drawing.paths.map(({ d }) => d).join('').length).toBeLessThan(16_000)
    expect(drawing.squares.length).toBeGreaterThan(4)
  })
})
