import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayRecordNotice } from './access.ts'
import { noticeForm } from './schema.ts'
import * as store from './store.server.ts'

/** Records that the adjustment was announced (anslaget): the time for appeal runs from here. Refuses `not-adjusted`, `already-recorded`. */
export const recordNotice = command(mayRecordNotice, noticeForm, async ({ input, actor, record }) => {
  const [found] = await store.listPointRows({ ids: [input.pointId] })
  if (!found) return refused({ refused: 'not-found' })
  if (!found.adjustedOn || input.postedOn < found.adjustedOn) return refused({ refused: 'not-adjusted' })
  if (!(await store.putNotice({ ...input, recordedBy: actor.person }))) return refused({ refused: 'already-recorded' })
  await record('notice-posted', { kind: 'decision-point', id: input.pointId })
  return granted(null)
})
