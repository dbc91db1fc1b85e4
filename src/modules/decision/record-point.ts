import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayRecordPoint } from './access.ts'
import { pointForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Records what one organ decided at one meeting. A decision about a document must be about one that was handed in to the
 * same matter (`not-submitted`); one that lies ahead can't be recorded (`in-the-future`).
 */
export const recordPoint = command(mayRecordPoint, pointForm, async ({ input, actor, now, record }) => {
  if (!(await store.findMatter(input.matterId)) || !(await store.organExists(input.organId))) return refused({ refused: 'not-found' })
  if (input.meetingOn > now.day) return refused({ refused: 'in-the-future' })
  if (input.documentId && !(await store.wasSubmitted(input.matterId, input.documentId))) return refused({ refused: 'not-submitted' })
  const id = await store.putPoint({ ...input, recordedBy: actor.person, recordedAt: now.at })
  await record('point-recorded', { kind: 'decision-point', id })
  return granted({ id })
})
