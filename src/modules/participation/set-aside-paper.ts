import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEnterPaper } from './access.ts'
import { setAsideForm } from './sheet-schema.ts'
import * as store from './store.server.ts'

/** Sets a form aside that can't be read, with the reason, so that it is counted. Refuses `batch-full` and `same-number`. */
export const setAsidePaper = command(mayEnterPaper, setAsideForm, async ({ input, actor, now, record }) => {
  const batch = await store.lockBatch(input.batchId)
  if (!batch) return refused({ refused: 'not-found' })
  if ((await store.countSheets(batch.id)) >= batch.forms) return refused({ refused: 'batch-full' })
  const sheet = { batchId: batch.id, number: input.number, setAsideBecause: input.reason, enteredBy: actor.person, enteredAt: now.at }
  const sheetId = await store.putSheet(sheet)
  if (!sheetId) return refused({ refused: 'same-number' })
  await record('paper-set-aside', { kind: 'dialogue', id: batch.dialogueId }, input.reason)
  return granted(null)
})
