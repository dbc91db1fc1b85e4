import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import { recordEvent } from '#trail'
import { mayKeepPasskeys } from './access.ts'
import { isFresh } from './is-fresh.ts'
import { passkeyRemovalForm } from './schema.ts'
import * as store from './store.server.ts'

export type RemovalRefusal = { refused: 'forbidden' } | { refused: 'not-found' } | { refused: 'not-fresh' }

/** Removes a passkey of one's own at once. Refuses `not-found` for one that is somebody else's, `not-fresh` for a sign-in older than ten minutes. */
export async function removePasskey(actor: Actor, input: { passkeyId: string; signedInAt: string | undefined }, now: Moment): Promise<Result<null, RemovalRefusal>> {
  const role = mayKeepPasskeys(actor)
  if (!role) return refused({ refused: 'forbidden' })
  if (!isFresh(input.signedInAt, now)) return refused({ refused: 'not-fresh' })
  const read = passkeyRemovalForm.safeParse({ passkeyId: input.passkeyId })
  if (!read.success) return refused({ refused: 'not-found' })
  return store.transaction(async () => {
    if (!(await store.deletePasskey(read.data.passkeyId, actor.person))) return refused({ refused: 'not-found' })
    await recordEvent({ actor, role, act: 'passkey-removed', subject: { kind: 'passkey', id: read.data.passkeyId }, now })
    return granted(null)
  })
}
