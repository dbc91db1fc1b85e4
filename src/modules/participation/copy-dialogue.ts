import { granted, refused } from '#kernel/result'
import { listProcesses } from '#process'
import { command } from '#trail'
import { mayCopyDialogue } from './access.ts'
import { readSurveyById } from './read-survey.ts'
import { copyForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Makes a dialogue of another, also one of an earlier process: its texts and its questions, in the words they had last, as a draft of its own. The keys
 * stay, so that the answers can be held against each other. Refuses `taken` (the address), `only-lines`, `not-found`.
 */
export const copyDialogue = command(mayCopyDialogue, copyForm, async ({ input, now, record }) => {
  const { from, ...own } = input
  const original = await readSurveyById(from, now)
  const group = await store.findGroup(input.groupId)
  const process = (await listProcesses(now.day)).find(({ id }) => id === input.processId)
  if (!original || group?.processId !== input.processId || !process?.steps.some(({ id }) => id === input.stepId)) return refused({ refused: 'not-found' })
  if (input.kind === 'notes' && original.questions.some(({ kind }) => kind !== 'lines')) return refused({ refused: 'only-lines' })
  const { information, informationEnglish, promise, promiseEnglish, contact, legalBasis, retention, retentionYears, draftDays } = original
  const texts = { information, informationEnglish, promise, promiseEnglish, contact, legalBasis, retention, retentionYears, draftDays }
  const id = await store.putDialogue({ ...texts, ...own })
  if (!id) return refused({ refused: 'taken' })
  await store.putQuestions(original.questions.map((question, position) => ({ ...question, id: undefined, dialogueId: id, position })))
  await record('dialogue-copied', { kind: 'dialogue', id }, original.slug)
  return granted({ id, slug: own.slug })
})
