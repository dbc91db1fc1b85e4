import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayAddPlaces } from './access.ts'
import { placesOfLines } from './rules/place-lines.ts'
import { placesForm } from './settings-schema.ts'
import * as store from './settings-store.server.ts'

const mostPlaces = 500
const longestName = 80

/**
 * Takes in a list of places, one a line, after those that are there; those that are there already are passed by. Refuses `no-places`, `too-many`,
 * `name-too-long`, and `nothing-new`.
 */
export const addPlaces = command(mayAddPlaces, placesForm, async ({ input, actor, now, record }) => {
  const written = placesOfLines(input.lines)
  const held = await store.listPlaces(now.day)
  if (written.length === 0) return refused({ refused: 'no-places' })
  if (written.length + held.length > mostPlaces) return refused({ refused: 'too-many' })
  if (written.some(({ name }) => name.length > longestName)) return refused({ refused: 'name-too-long' })
  const areas = new Map(held.filter(({ parentId }) => parentId === null).map(({ id, name }) => [name.toLowerCase(), id]))
  const known = new Set(held.map(({ name, parentId }) => `${parentId} ${name.toLowerCase()}`))
  let position = Math.max(-1, ...(await store.listPlaces()).map((place) => place.position))
  let added = 0
  for (const { name, area } of written) {
    const parentId = (area !== undefined && areas.get(area.toLowerCase())) || null
    if (known.has(`${parentId} ${name.toLowerCase()}`)) continue
    position += 1
    const id = await store.putPlace({ name, parentId, position, validFrom: now.day, setBy: actor.person, setAt: now.at })
    known.add(`${parentId} ${name.toLowerCase()}`)
    if (parentId === null) areas.set(name.toLowerCase(), id)
    await record('place-added', { kind: 'place', id }, name)
    added += 1
  }
  return added === 0 ? refused({ refused: 'nothing-new' }) : granted({ added })
})
