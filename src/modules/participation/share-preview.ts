import { randomBytes } from 'node:crypto'
import { takeStep } from '#kernel/course'
import { addDays } from '#kernel/day'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { maySharePreview } from './access.ts'
import { hashPreviewToken } from './read-previews.ts'
import { readSurveyById } from './read-survey.ts'
import { dialogueCourse } from './rules/dialogue-course.ts'
import { shareForm } from './schema.ts'
import * as store from './store.server.ts'

/** Makes a link by which anybody who has it sees a draft, for so many days. Answers with its token, which is told once and not stored. Refuses `already-open`, `not-found`. */
export const sharePreview = command(maySharePreview, shareForm, async ({ input, actor, now, record }) => {
  const { dialogueId, days } = input
  const dialogue = await readSurveyById(dialogueId, now)
  if (dialogue?.kind !== 'survey') return refused({ refused: 'not-found' })
  if (!takeStep(dialogueCourse, dialogue.state, 'revise')) return refused({ refused: 'already-open' })
  const token = randomBytes(16).toString('base64url')
  const expiresOn = addDays(now.day, days)
  await store.putPreview({ tokenHash: hashPreviewToken(token), dialogueId, expiresOn, sharedBy: actor.person, sharedAt: now.at })
  await record('preview-shared', { kind: 'dialogue', id: dialogueId })
  return granted({ token, expiresOn })
})
