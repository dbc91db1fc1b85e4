import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCreateDialogue } from './access.ts'
import { dialogueForm } from './schema.ts'
import * as store from './store.server.ts'

/** Makes a dialogue with its questions, as a draft. Refuses `taken` (the address), `not-found` (a group of another process). */
export const createDialogue = command(mayCreateDialogue, dialogueForm, async ({ input, record }) => {
  const { questions, ...dialogue } = input
  const group = await store.findGroup(input.groupId)
  if (!group || group.processId !== input.processId) return refused({ refused: 'not-found' })
  const id = await store.putDialogue(dialogue)
  if (!id) return refused({ refused: 'taken' })
  const made = await store.putQuestions(questions.map((question, position) => ({ ...question, dialogueId: id, position })))
  await record('dialogue-created', { kind: 'dialogue', id })
  return granted({ id, slug: dialogue.slug, questionIds: made.sort((a, b) => a.position - b.position).map((question) => question.id) })
})
