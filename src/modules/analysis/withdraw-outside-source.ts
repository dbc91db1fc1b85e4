import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayWriteOutsideSource } from './access.ts'
import { outsideWithdrawalForm } from './outside-schema.ts'
import * as store from './store.server.ts'

/** Takes a source back, with the reason; it stays to be read. Refuses `not-found` and `withdrawn`. */
export const withdrawOutsideSource = command(mayWriteOutsideSource, outsideWithdrawalForm, async ({ input: { sourceId, reason }, actor, now, record }) => {
  const source = await store.lockOutsideSource(sourceId)
  if (!source) return refused({ refused: 'not-found' })
  if (source.withdrawnAt) return refused({ refused: 'withdrawn' })
  await store.withdrawOutsideSource(sourceId, actor.person, now.at, reason)
  await record('outside-source-withdrawn', { kind: 'outside-source', id: sourceId }, reason)
  return granted(null)
})
