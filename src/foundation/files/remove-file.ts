import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayRemoveFile } from './access.ts'
import { removalForm } from './schema.ts'
import * as store from './store.server.ts'

/** Erases what a file held; that it was here, and why it went, is kept. Refuses the logo of today (`in-use`): it is first taken away as a logo. */
export const removeFile = command(mayRemoveFile, removalForm, async ({ input, actor, now, record }) => {
  if ((await store.findLogo())?.id === input.fileId) return refused({ refused: 'in-use' })
  if (!(await store.eraseFile({ id: input.fileId, why: input.why, by: actor.person, at: now.at }))) return refused({ refused: 'not-found' })
  await record('file-removed', { kind: 'file', id: input.fileId }, input.why)
  return granted(null)
})
