import { createHash, randomBytes } from 'node:crypto'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayDrawSample } from './access.ts'
import { sampleForm } from './second-entry-schema.ts'
import * as store from './store.server.ts'

/**
 * Draws which forms of a batch are to be entered a second time, once, when the whole batch is entered. Refuses `not-all-entered`, `too-large-sample`
 * and `already-drawn`.
 */
export const drawSample = command(mayDrawSample, sampleForm, async ({ input, actor, now, record }) => {
  const batch = await store.lockBatch(input.batchId)
  if (!batch) return refused({ refused: 'not-found' })
  if ((await store.countSheets(batch.id)) < batch.forms) return refused({ refused: 'not-all-entered' })
  if (input.size > (await store.listEnteredSheets(batch.id)).length) return refused({ refused: 'too-large-sample' })
  const seed = randomBytes(8).toString('hex')
  const sampleId = await store.putSample({ batchId: batch.id, seed, size: input.size, drawnBy: actor.person, drawnAt: now.at })
  if (!sampleId) return refused({ refused: 'already-drawn' })
  await record('sample-drawn', { kind: 'dialogue', id: batch.dialogueId })
  return granted({ sampleId })
})

/**
 * The forms that a seed draws, in the order they are drawn: the first so many when all are put in the order of the hash of the seed and their number.
 *
 * @example
 * drawnBy({ seed: 'a', size: 1 }, [{ number: '1' }, { number: '2' }]) // => [{ number: '1' }]
 */
export function drawnBy<Sheet extends { readonly number: string }>({ seed, size }: { readonly seed: string; readonly size: number }, sheets: readonly Sheet[]): Sheet[] {
  const placed = sheets.map((sheet) => ({ sheet, place: createHash('sha256').update(`${seed} ${sheet.number}`).digest('hex') }))
  return placed
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, size)
    .map(({ sheet }) => sheet)
}
