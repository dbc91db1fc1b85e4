import { addDays } from '#kernel/day'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEndPlace } from './access.ts'
import { placeForm } from './settings-schema.ts'
import * as store from './settings-store.server.ts'

/** Ends a place, and those that lie in it: from today it is not offered, and its answers keep it. Refuses `not-found`. */
export const endPlace = command(mayEndPlace, placeForm, async ({ input, now, record }) => {
  const place = (await store.listPlaces(now.day)).find(({ id }) => id === input.placeId)
  if (!place) return refused({ refused: 'not-found' })
  await store.endPlaceOn(place.id, addDays(now.day, -1))
  await record('place-ended', { kind: 'place', id: place.id }, place.name)
  return granted(null)
})
