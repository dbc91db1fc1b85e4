import type { Day } from '#kernel/day'
import { leavesOf } from './seal-answers.ts'
import * as store from './store.server.ts'

type Erased = NonNullable<Awaited<ReturnType<typeof store.findResponse>>>['response']

/**
 * Erases an answer, its texts and what has been said of them, in the caller's transaction. What is left is a row that says why, with the leaf of
 * its seal, so that the sealed batch still adds up. False when it is gone already. Throws the database's word when something rests on it: ask `isRestedOn`.
 */
export async function eraseAnswer({ id }: Pick<Erased, 'id'>, why: 'withdrawn' | 'changed' | 'thinned', on: Day, by?: string): Promise<boolean> {
  // Read again under a lock: it may be sealed, changed or taken back at this very moment.
  const response = await store.lockResponse(id)
  if (!response) return false
  const sealLeaf = response.sealSequence === null ? null : (await leavesOf([response])).get(response.id)
  const { dialogueId, persons, sealSequence } = response
  // The form of a paper that staff correct is used again; that of one's own answer never.
  const submissionHash = by ? null : response.submissionHash
  await store.putErasures([{ dialogueId, responseId: id, erasedOn: on, why, persons, sealSequence, sealLeaf: sealLeaf ?? null, erasedBy: by ?? null, submissionHash }])
  await store.deleteResponses([id])
  return true
}

// PostgreSQL's foreign_key_violation: a statement has been read as something, set aside or quoted.
export function isRestedOn(fault: unknown): boolean {
  return fault instanceof Error && fault.cause instanceof Error && 'code' in fault.cause && (fault.cause.code === '23503' || fault.cause.code === '23001')
}
