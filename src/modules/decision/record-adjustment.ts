import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayRecordAdjustment } from './access.ts'
import { adjustmentForm } from './schema.ts'
import * as store from './store.server.ts'

/** Records that the protocol was adjusted (justerat). Refuses `before-the-meeting` and `already-recorded`. */
export const recordAdjustment = command(mayRecordAdjustment, adjustmentForm, async ({ input, actor, record }) => {
  const [found] = await store.listPointRows({ ids: [input.pointId] })
  if (!found) return refused({ refused: 'not-found' })
  if (input.adjustedOn < found.point.meetingOn) return refused({ refused: 'before-the-meeting' })
  if (!(await store.putAdjustment({ ...input, recordedBy: actor.person }))) return refused({ refused: 'already-recorded' })
  await record('protocol-adjusted', { kind: 'decision-point', id: input.pointId })
  return granted(null)
})
