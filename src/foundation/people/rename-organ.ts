import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayRenameOrgan } from './access.ts'
import { readOrgans } from './read-organs.ts'
import { organRenamingForm } from './settings-schema.ts'
import * as store from './settings-store.server.ts'

/** Gives an organ another name from a day on; what was decided before keeps the name of its day. Refuses `not-found`, `ended`, `before-it-began`, `unchanged`. */
export const renameOrgan = command(mayRenameOrgan, organRenamingForm, async ({ input, actor, now, record }) => {
  const organ = (await readOrgans()).find(({ id }) => id === input.organId)
  if (!organ) return refused({ refused: 'not-found' })
  if (organ.validTo !== null && organ.validTo < input.validFrom) return refused({ refused: 'ended' })
  if (input.validFrom < organ.validFrom) return refused({ refused: 'before-it-began' })
  if (organ.name === input.name) return refused({ refused: 'unchanged' })
  await store.putOrganName({ ...input, setBy: actor.person, setAt: now.at })
  await record('organ-renamed', { kind: 'organ', id: organ.id }, `${organ.name} → ${input.name}`)
  return granted(null)
})
