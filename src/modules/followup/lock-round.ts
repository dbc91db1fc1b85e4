import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayLockRound } from './access.ts'
import { lockingForm } from './schema.ts'
import * as store from './store.server.ts'

/** Locks a round: after it nothing in it can be written, by the database's own word. Refuses `locked` when it is already. */
export const lockRound = command(mayLockRound, lockingForm, async ({ input, actor, now, record }) => {
  if (!(await store.holdRound(input.roundId))) return refused({ refused: 'not-found' })
  if (await store.openLocking(input.roundId)) return refused({ refused: 'locked' })
  await store.putLocking({ roundId: input.roundId, lockedBy: actor.person, lockedAt: now.at })
  await record('round-locked', { kind: 'round', id: input.roundId })
  return granted(null)
})
