import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayMovePlace } from './access.ts'
import { placeForm } from './settings-schema.ts'
import * as store from './settings-store.server.ts'

/** Moves a place one step up among its neighbours. Refuses `not-found` and `already-first`. */
export const movePlace = command(mayMovePlace, placeForm, async ({ input, now, record }) => {
  const held = await store.listPlaces(now.day)
  const place = held.find(({ id }) => id === input.placeId)
  if (!place) return refused({ refused: 'not-found' })
  const neighbours = held.filter(({ parentId }) => parentId === place.parentId)
  const above = neighbours[neighbours.indexOf(place) - 1]
  if (!above) return refused({ refused: 'already-first' })
  await store.movePlaceTo(place.id, above.position)
  await store.movePlaceTo(above.id, place.position)
  await record('place-moved', { kind: 'place', id: place.id }, place.name)
  return granted(null)
})
