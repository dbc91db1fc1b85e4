import { isApproval, readPoints } from '#decision'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayAdoptFocusAreas } from './access.ts'
import { focusAdoptionForm } from './schema.ts'
import * as store from './store.server.ts'

/** Registers the decision point that adopted the focus areas that are still proposals. Refuses `not-approved`, `nothing-to-adopt`. */
export const adoptFocusAreas = command(mayAdoptFocusAreas, focusAdoptionForm, async ({ input, now, record }) => {
  const [point] = await readPoints([input.pointId], now.day)
  if (!point) return refused({ refused: 'not-found' })
  if (!isApproval(point)) return refused({ refused: 'not-approved' })
  const adopted = await store.adoptOpenFocusAreas(input.processId, input.pointId)
  if (adopted.length === 0) return refused({ refused: 'nothing-to-adopt' })
  await record('focus-areas-adopted', { kind: 'process', id: input.processId })
  return granted({ count: adopted.length })
})
