import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayLoadMap } from './access.ts'
import * as store from './map-store.server.ts'
import { drawMap } from './rules/draw-map.ts'
import { readGeoJson } from './rules/read-geojson.ts'
import { mapForm } from './settings-schema.ts'

/**
 * Takes in a map of the municipality from a GeoJSON file, in the place of the one before, which stays for the answers that were given on it. Refuses
 * `not-geojson`, `nothing-to-draw`, `too-large`, `outside-sweden` and `too-many-squares`.
 */
export const loadMap = command(mayLoadMap, mapForm, async ({ input, actor, now, record }) => {
  const read = readGeoJson(input.text)
  if (typeof read === 'string') return refused({ refused: read })
  const drawing = drawMap(read, input.side)
  if (typeof drawing === 'string') return refused({ refused: drawing })
  const id = await store.putMap({ source: input.source, drawing, setBy: actor.person, setAt: now.at })
  await record('map-loaded', { kind: 'map', id }, input.source)
  return granted({ squares: drawing.squares.length })
})
