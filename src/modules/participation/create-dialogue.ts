import { granted, refused } from '#kernel/result'
import { listProcesses } from '#process'
import { command } from '#trail'
import { mayCreateDialogue } from './access.ts'
import { dialogueForm } from './schema.ts'
import * as store from './store.server.ts'

/** Makes a dialogue with its questions, as a draft. Refuses `taken` (the address), `not-found` (a group or a step of another process). */
export const createDialogue = command(mayCreateDialogue, dialogueForm, async ({ input, now, record }) => {
  const { questions, ...dialogue } = input
  const group = await store.findGroup(input.groupId)
  const process = (await listProcesses(now.day)).find(({ id }) => id === input.processId)
  if (group?.processId !== input.processId || !process?.steps.some(({ id }) => id === input.stepId)) return refused({ refused: 'not-found' })
  const id = await store.putDialogue(dialogue)
  if (!id) return refused({ refused: 'taken' })
  const questionIds = await store.putQuestions(questions.map((question, position) => ({ ...question, dialogueId: id, position })))
  await record('dialogue-created', { kind: 'dialogue', id })
  return granted({ id, slug: dialogue.slug, questionIds })
})
