import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { granted, type Result, refused } from '#kernel/result'
import * as store from './store.server.ts'

/**
 * Hands a frozen document in to a matter, for the modules that have something to be decided.
 * Part of their act: called inside their transaction, and traced by them. Refuses `matter-not-found`.
 */
export async function submitDocument(
  actor: Actor,
  wish: { matterId: string; documentId: string },
  now: Moment,
): Promise<Result<{ number: string }, { refused: 'matter-not-found' }>> {
  const matter = await store.findMatter(wish.matterId)
  if (!matter) return refused({ refused: 'matter-not-found' })
  await store.putSubmission({ ...wish, submittedBy: actor.person, submittedAt: now.at })
  return granted({ number: matter.number })
}
