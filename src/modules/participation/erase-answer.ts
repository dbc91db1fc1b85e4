import type { Day } from '#kernel/day'
import { leavesOf } from './seal-answers.ts'
import * as store from './store.server.ts'

type Erased = NonNullable<Awaited<ReturnType<typeof store.findResponse>>>['response']

/**
 * Erases an answer, its texts and what has been said of them, in the caller's transaction. What is left is a row that says why, with the leaf of
 * its seal, so that the sealed batch still adds up. Throws the database's word when something rests on it: ask `isRestedOn`.
 */
export async function eraseAnswer(response: Erased, why: 'withdrawn' | 'changed' | 'thinned', on: Day, by?: string): Promise<void> {
  const sealLeaf = response.sealSequence === null ? null : (await leavesOf([response])).get(response.id)
  await store.putErasure({
    dialogueId: response.dialogueId,
    responseId: response.id,
    erasedOn: on,
    why,
    persons: response.persons,
    sealSequence: response.sealSequence,
    sealLeaf: sealLeaf ?? null,
    erasedBy: by ?? null,
  })
  await store.deleteResponse(response.id)
}

// PostgreSQL's foreign_key_violation: a statement has been read as something, set aside or quoted.
export function isRestedOn(fault: unknown): boolean {
  return fault instanceof Error && fault.cause instanceof Error && 'code' in fault.cause && (fault.cause.code === '23503' || fault.cause.code === '23001')
}
