import { granted, refused } from '#kernel/result'
import { readFloor } from '#people'
import { command } from '#trail'
import { mayRaiseThreshold } from './access.ts'
import { thresholdForm } from './schema.ts'
import * as store from './store.server.ts'

/** Raises the smallest number of persons that may be shown of a group. Refuses `threshold-too-low`: what was promised is not taken back. */
export const raiseThreshold = command(mayRaiseThreshold, thresholdForm, async ({ input, record }) => {
  const group = await store.findGroup(input.groupId)
  if (!group) return refused({ refused: 'not-found' })
  const floor = await readFloor()
  if (input.threshold <= group.threshold || input.threshold < (group.children ? floor.children : floor.adults)) return refused({ refused: 'threshold-too-low' })
  await store.updateThreshold(group.id, input.threshold)
  await record('threshold-raised', { kind: 'group', id: group.id }, `${group.threshold} → ${input.threshold}`)
  return granted(null)
})
