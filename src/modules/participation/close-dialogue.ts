import { takeStep } from '#kernel/course'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCloseDialogue } from './access.ts'
import { endHolders } from './end-holders.ts'
import { readSurveyById } from './read-survey.ts'
import { dialogueCourse } from './rules/dialogue-course.ts'
import { closingForm } from './schema.ts'
import * as store from './store.server.ts'

/** Closes a dialogue before its last day, with the reason that residents see. Refuses `not-open`. */
export const closeDialogue = command(mayCloseDialogue, closingForm, async ({ input, actor, now, record }) => {
  const dialogue = await readSurveyById(input.dialogueId, now)
  if (!dialogue) return refused({ refused: 'not-found' })
  if (!takeStep(dialogueCourse, dialogue.state, 'close')) return refused({ refused: 'not-open' })
  if (!(await store.putClosing({ dialogueId: dialogue.id, closedBy: actor.person, closedAt: now.at, reason: input.reason }))) return refused({ refused: 'not-open' })
  await endHolders({ dialogueIds: [dialogue.id] })
  await record('dialogue-closed', { kind: 'dialogue', id: dialogue.id }, input.reason)
  return granted(null)
})
