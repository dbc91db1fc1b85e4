import { granted, refused } from '#kernel/result'
import { readFloor } from '#people'
import { command } from '#trail'
import { mayCreateGroup } from './access.ts'
import { groupForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Says who is asked: a group with its unit, and the smallest number of persons that may be shown of it, never under five, of
 * children never under ten, nor under what is set for the whole installation. Refuses `taken` and `threshold-too-low`.
 */
export const createGroup = command(mayCreateGroup, groupForm, async ({ input, record }) => {
  const floor = await readFloor()
  const least = input.children ? floor.children : floor.adults
  if (input.threshold !== undefined && input.threshold < least) return refused({ refused: 'threshold-too-low' })
  const position = (await store.listGroupRows(input.processId)).length
  const id = await store.putGroup({ ...input, threshold: input.threshold ?? least, position })
  if (!id) return refused({ refused: 'taken' })
  await record('group-created', { kind: 'group', id })
  return granted({ id })
})
