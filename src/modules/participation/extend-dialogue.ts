import { takeStep } from '#kernel/course'
import { granted, refused } from '#kernel/result'
import { instantInSweden } from '#kernel/wall-clock'
import { command } from '#trail'
import { mayExtendDialogue } from './access.ts'
import { readSurveyById } from './read-survey.ts'
import { dialogueCourse } from './rules/dialogue-course.ts'
import { extensionForm } from './schema.ts'
import * as store from './store.server.ts'

/** Moves the last day of an opened dialogue on, with the reason that residents see. Refuses `not-open`, and `not-later` unless it is later than now and than before. */
export const extendDialogue = command(mayExtendDialogue, extensionForm, async ({ input, actor, now, record }) => {
  const { dialogueId, closesOn, closesTime, reason } = input
  await store.lockDialogue(dialogueId)
  const dialogue = await readSurveyById(dialogueId, now)
  if (!dialogue) return refused({ refused: 'not-found' })
  if (!takeStep(dialogueCourse, dialogue.state, 'extend')) return refused({ refused: 'not-open' })
  const closes = instantInSweden(closesOn, closesTime, 'last')
  if (closes <= now.at || closes <= instantInSweden(dialogue.closesOn, dialogue.closesTime, 'last')) return refused({ refused: 'not-later' })
  await store.putExtension({ dialogueId, closesOn, closesTime, reason, extendedBy: actor.person, extendedAt: now.at })
  await record('dialogue-extended', { kind: 'dialogue', id: dialogueId }, reason)
  return granted(null)
})
