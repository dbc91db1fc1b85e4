import { takeStep } from '#kernel/course'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayOpenDialogue } from './access.ts'
import { readMissing } from './read-missing.ts'
import { readSurveyById } from './read-survey.ts'
import { dialogueCourse } from './rules/dialogue-course.ts'
import { openingForm } from './schema.ts'
import * as store from './store.server.ts'

/** Opens a dialogue; from here its questions are frozen. Refuses `not-ready` with what is missing, `already-open`. */
export const openDialogue = command(mayOpenDialogue, openingForm, async ({ input, actor, now, record }) => {
  await store.lockDialogue(input.dialogueId)
  const dialogue = await readSurveyById(input.dialogueId, now)
  if (!dialogue) return refused({ refused: 'not-found' })
  if (!takeStep(dialogueCourse, dialogue.state, 'open')) return refused({ refused: 'already-open' })
  const missing = await readMissing(dialogue, now)
  if (missing.length > 0) return refused({ refused: 'not-ready', missing })
  if (!(await store.putOpening({ dialogueId: dialogue.id, openedBy: actor.person, openedAt: now.at }))) return refused({ refused: 'already-open' })
  await record('dialogue-opened', { kind: 'dialogue', id: dialogue.id })
  return granted(null)
})
