import * as store from './map-store.server.ts'
import type { MapDrawing } from './rules/draw-map.ts'

export type LoadedMap = {
  readonly id: string
  readonly source: string
  readonly squares: MapDrawing['squares']
  /** Of the latest: how it is drawn. */
  readonly drawing: MapDrawing | null
  readonly setBy: string
  readonly setAt: string
}

/** The maps that have been loaded, the latest first: that one is shown, the others name the squares of earlier answers. */
export async function readMaps(): Promise<LoadedMap[]> {
  return (await store.listMaps()).map(({ squares, ...map }) => ({ ...map, squares: map.drawing?.squares ?? squares ?? [] }))
}
