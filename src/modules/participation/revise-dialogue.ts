import { takeStep } from '#kernel/course'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayReviseDialogue } from './access.ts'
import { basisOf, draftText } from './read-draft.ts'
import { readSurveyById } from './read-survey.ts'
import { dialogueCourse } from './rules/dialogue-course.ts'
import { revisionForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Writes the texts and times of a draft anew; its questions are changed one by one. Refuses `already-open`, `taken` (the address), `only-lines`,
 * `not-found` (also a group of another process), and `stale` with both texts when somebody else has revised them in between.
 */
export const reviseDialogue = command(mayReviseDialogue, revisionForm, async ({ input, now, record }) => {
  const { dialogueId, basis, processId, ...values } = input
  await store.lockDialogue(dialogueId)
  const dialogue = await readSurveyById(dialogueId, now)
  const group = await store.findGroup(input.groupId)
  if (!dialogue || dialogue.processId !== processId || group?.processId !== processId) return refused({ refused: 'not-found' })
  if (!takeStep(dialogueCourse, dialogue.state, 'revise')) return refused({ refused: 'already-open' })
  if (basisOf(dialogue) !== basis) return refused({ refused: 'stale', now: draftText(dialogue), yours: draftText(values) })
  if (!(await store.isFree(values.slug, dialogueId))) return refused({ refused: 'taken' })
  if (values.kind === 'notes' && dialogue.questions.some(({ kind }) => kind !== 'lines')) return refused({ refused: 'only-lines' })
  await store.updateDialogue(dialogueId, values)
  await record('dialogue-revised', { kind: 'dialogue', id: dialogueId })
  return granted({ slug: values.slug })
})
