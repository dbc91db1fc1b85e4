import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCreateFocusArea } from './access.ts'
import { readProposals } from './read-proposals.ts'
import { focusAreaForm } from './schema.ts'
import * as store from './store.server.ts'

/** Makes a focus area with the words of the vision it takes up. Refuses `taken`, `not-found` (a phrase of another process). */
export const createFocusArea = command(mayCreateFocusArea, focusAreaForm, async ({ input, record }) => {
  const { phraseIds, ...area } = input
  const known = new Set((await readProposals(input.processId)).flatMap(({ phrases }) => phrases.map(({ id }) => id)))
  if (phraseIds.some((id) => !known.has(id))) return refused({ refused: 'not-found' })
  const id = await store.putFocusArea(area, [...new Set(phraseIds)])
  if (!id) return refused({ refused: 'taken' })
  await record('focus-area-created', { kind: 'focus-area', id })
  return granted({ id })
})
