import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { maySetLogo } from './access.ts'
import { isLogoSized } from './rules/purposes.ts'
import { logoForm } from './schema.ts'
import * as store from './store.server.ts'

/** Makes an image the municipality's logo from now on, and thereby public. Refuses `not-found` for what is no logo, and `unchanged` when it is already. */
export const setLogo = command(maySetLogo, logoForm, async ({ input, actor, now, record }) => {
  const file = await store.findFileHead(input.fileId)
  if (!file || !isLogoSized(file)) return refused({ refused: 'not-found' })
  if ((await store.findLogo())?.id === file.id) return refused({ refused: 'unchanged' })
  await store.putLogo({ fileId: file.id, why: null, setBy: actor.person, setAt: now.at })
  await record('logo-set', { kind: 'file', id: file.id })
  return granted(null)
})
