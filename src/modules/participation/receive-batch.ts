import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEnterPaper } from './access.ts'
import { readSurveyById } from './read-survey.ts'
import { batchForm } from './sheet-schema.ts'
import * as store from './store.server.ts'

/**
 * Writes down that forms came: how many, from where, on which day. Also after the last day, for what came before it. Refuses `not-open`,
 * and `not-in-time` for a day outside the dialogue or one that hasn't been.
 */
export const receiveBatch = command(mayEnterPaper, batchForm, async ({ input, actor, now, record }) => {
  const dialogue = await readSurveyById(input.dialogueId, now)
  if (dialogue?.kind !== 'survey') return refused({ refused: 'not-found' })
  if (dialogue.state === 'draft' || dialogue.state === 'waiting' || dialogue.closedBecause !== null) return refused({ refused: 'not-open' })
  const { receivedOn } = input
  if (receivedOn < dialogue.opensOn || receivedOn > dialogue.closesOn || receivedOn > now.day) return refused({ refused: 'not-in-time' })
  const batchId = await store.putBatch({ ...input, receivedBy: actor.person, registeredAt: now.at })
  await record('batch-received', { kind: 'dialogue', id: dialogue.id })
  return granted({ batchId })
})
