import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayRaiseFloor } from './access.ts'
import { readFloor } from './read-floor.ts'
import { floorForm } from './settings-schema.ts'
import * as store from './settings-store.server.ts'

/** Raises the smallest number of persons that may be shown anywhere here. Refuses `lowered`: what was promised is not taken back; and `unchanged`. */
export const raiseFloor = command(mayRaiseFloor, floorForm, async ({ input, actor, now, record }) => {
  const held = await readFloor()
  if (input.adults < held.adults || input.children < held.children) return refused({ refused: 'lowered' })
  if (input.adults === held.adults && input.children === held.children) return refused({ refused: 'unchanged' })
  const { id } = await store.putFloor({ ...input, setBy: actor.person, setAt: now.at })
  await record('floor-raised', { kind: 'floor', id }, `${held.adults}/${held.children} → ${input.adults}/${input.children}`)
  return granted(null)
})
