import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCloseDialogue } from './access.ts'
import { readDialogueById } from './read-dialogues.ts'
import { closingForm } from './schema.ts'
import * as store from './store.server.ts'

/** Closes a dialogue before its last day, with the reason that residents see. Refuses `not-open`. */
export const closeDialogue = command(mayCloseDialogue, closingForm, async ({ input, actor, now, record }) => {
  const dialogue = await readDialogueById(input.dialogueId, now.day)
  if (!dialogue) return refused({ refused: 'not-found' })
  if (dialogue.state === 'draft' || dialogue.state === 'closed') return refused({ refused: 'not-open' })
  await store.putClosing({ dialogueId: dialogue.id, closedBy: actor.person, closedAt: now.at, reason: input.reason })
  await record('dialogue-closed', { kind: 'dialogue', id: dialogue.id }, input.reason)
  return granted(null)
})
