import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEndOrgan } from './access.ts'
import { readOrgans } from './read-organs.ts'
import { readPeople } from './read-people.ts'
import { organEndingForm } from './settings-schema.ts'
import * as store from './settings-store.server.ts'

/**
 * Ends an organ: it has a last day and, when its work goes on, an heir. It keeps its decisions, plans and history. Refuses `not-found`, `ended`,
 * `before-it-began`, `heir-of-itself`, and `still-assigned` while people have assignments there.
 */
export const endOrgan = command(mayEndOrgan, organEndingForm, async ({ input, now, record }) => {
  const organs = await readOrgans()
  const organ = organs.find(({ id }) => id === input.organId)
  const heir = organs.find(({ id }) => id === input.heirId)
  if (!organ || (input.heirId !== null && !heir)) return refused({ refused: 'not-found' })
  if (organ.validTo !== null) return refused({ refused: 'ended' })
  if (input.lastDay < organ.validFrom) return refused({ refused: 'before-it-began' })
  if (heir && (heir.id === organ.id || (heir.validTo !== null && heir.validTo <= input.lastDay))) return refused({ refused: 'heir-of-itself' })
  if ((await readPeople(now.day)).some(({ assignments }) => assignments.some(({ organId }) => organId === organ.id))) return refused({ refused: 'still-assigned' })
  await store.endOrgan(organ.id, input.lastDay, input.heirId)
  await record('organ-ended', { kind: 'organ', id: organ.id }, heir ? `${organ.name} → ${heir.name}` : organ.name)
  return granted(null)
})
