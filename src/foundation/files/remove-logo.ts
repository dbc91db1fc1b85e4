import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayRemoveLogo } from './access.ts'
import { logoRemovalForm } from './schema.ts'
import * as store from './store.server.ts'

/** Takes the logo away from every page and erases the image, with a reason. Refuses `not-found` when there is none. */
export const removeLogo = command(mayRemoveLogo, logoRemovalForm, async ({ input, actor, now, record }) => {
  const logo = await store.findLogo()
  if (!logo) return refused({ refused: 'not-found' })
  await store.putLogo({ fileId: null, why: input.why, setBy: actor.person, setAt: now.at })
  await store.eraseFile({ id: logo.id, why: input.why, by: actor.person, at: now.at })
  await record('logo-removed', { kind: 'file', id: logo.id }, input.why)
  return granted(null)
})
