import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayRevokePreview } from './access.ts'
import { revocationForm } from './schema.ts'
import * as store from './store.server.ts'

/** Takes back a link to a draft; from now on it leads nowhere. Refuses `not-found`, also one that was taken back before. */
export const revokePreview = command(mayRevokePreview, revocationForm, async ({ input, actor, now, record }) => {
  const { dialogueId, tokenHash } = input
  if (!(await store.revokePreview(tokenHash, dialogueId, { revokedBy: actor.person, revokedAt: now.at }))) return refused({ refused: 'not-found' })
  await record('preview-revoked', { kind: 'dialogue', id: dialogueId })
  return granted(null)
})
