import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCreateGroup } from './access.ts'
import { groupForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Says who is asked: a group with its unit, and the smallest number of persons that may be shown of it, never under five, of
 * children never under ten. Refuses `taken`.
 */
export const createGroup = command(mayCreateGroup, groupForm, async ({ input, record }) => {
  const position = (await store.listGroupRows(input.processId)).length
  const id = await store.putGroup({ ...input, position })
  if (!id) return refused({ refused: 'taken' })
  await record('group-created', { kind: 'group', id })
  return granted({ id })
})
