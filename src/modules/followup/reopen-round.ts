import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayReopenRound } from './access.ts'
import { reopeningForm } from './schema.ts'
import * as store from './store.server.ts'

/** Opens a locked round again, with the reason. Refuses `not-locked`. */
export const reopenRound = command(mayReopenRound, reopeningForm, async ({ input, actor, now, record }) => {
  if (!(await store.holdRound(input.roundId))) return refused({ refused: 'not-found' })
  const lockingId = await store.openLocking(input.roundId)
  if (!lockingId) return refused({ refused: 'not-locked' })
  await store.putReopening({ lockingId, reopenedBy: actor.person, reopenedAt: now.at, reason: input.reason })
  await record('round-reopened', { kind: 'round', id: input.roundId }, input.reason)
  return granted(null)
})
