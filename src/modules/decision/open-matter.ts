import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayOpenMatter } from './access.ts'
import { matterForm } from './schema.ts'
import * as store from './store.server.ts'

/** Opens a matter under its diary number. Refuses `taken` when the number is in use. */
export const openMatter = command(mayOpenMatter, matterForm, async ({ input, actor, now, record }) => {
  const id = await store.putMatter({ ...input, openedBy: actor.person, openedAt: now.at })
  if (!id) return refused({ refused: 'taken' })
  await record('matter-opened', { kind: 'matter', id })
  return granted({ id })
})
