import { isApproval, readPoints } from '#decision'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayAdoptVision } from './access.ts'
import { adoptionForm } from './schema.ts'
import * as store from './store.server.ts'

/** Registers which decision point adopted a proposal as the vision. The point must approve exactly that frozen document (`not-this-document`). */
export const adoptVision = command(mayAdoptVision, adoptionForm, async ({ input, actor, now, record }) => {
  const version = await store.findVersion(input.versionId)
  const [point] = await readPoints([input.pointId], now.day)
  if (!version || !point) return refused({ refused: 'not-found' })
  if (point.documentId !== version.documentId || !isApproval(point)) return refused({ refused: 'not-this-document' })
  if (!(await store.putAdoption({ ...input, registeredBy: actor.person, registeredAt: now.at }))) return refused({ refused: 'already-adopted' })
  await record('vision-adopted', { kind: 'vision-version', id: input.versionId })
  return granted(null)
})
