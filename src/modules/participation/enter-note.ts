import { randomBytes } from 'node:crypto'
import { granted, refused } from '#kernel/result'
import { normaliseForGrouping } from '#text'
import { command } from '#trail'
import { mayEnterNote } from './access.ts'
import { readDialogueById } from './read-dialogues.ts'
import { checkLines, ideasOf } from './rules/answer-lines.ts'
import { noteForm } from './schema.ts'
import * as store from './store.server.ts'

// A group writes on one sheet what a person writes on several lines.
const mostLinesOfANote = 60

/** Enters what a group wrote together: its label, how many they were, and their ideas. Refuses `not-open`, `incomplete`, `unreadable`. */
export const enterNote = command(mayEnterNote, noteForm, async ({ input, actor, now, record }) => {
  const dialogue = await readDialogueById(input.dialogueId, now.day)
  if (!dialogue || dialogue.kind !== 'notes') return refused({ refused: 'not-found' })
  if (dialogue.state === 'draft') return refused({ refused: 'not-open' })
  const linesOf = (questionId: string) => input.lines.filter((line) => line.questionId === questionId).flatMap(({ text }) => text.split('\n'))
  const problems = dialogue.questions.flatMap((question) => checkLines({ id: question.id, maxLines: mostLinesOfANote }, linesOf(question.id)))
  if (problems.length > 0) return refused({ refused: 'unreadable', unreadable: problems })
  const ideas = dialogue.questions.flatMap((question) => ideasOf(linesOf(question.id)).map((text, position) => ({ questionId: question.id, position, text })))
  if (ideas.length === 0) return refused({ refused: 'incomplete' })
  const responseId = await store.putResponse({
    dialogueId: dialogue.id, groupId: dialogue.group.id, receivedOn: now.day, source: 'note', persons: input.persons, label: input.label, sealSalt: randomBytes(16).toString('base64url'), enteredBy: actor.person,
  })
  if (!responseId) throw new Error('The note was not stored.')
  await store.putStatements(ideas.map((idea) => ({ ...idea, responseId, grouping: normaliseForGrouping(idea.text) })))
  await record('note-entered', { kind: 'response', id: responseId })
  return granted({ responseId })
})
