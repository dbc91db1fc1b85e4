import { randomBytes } from 'node:crypto'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEnterNote } from './access.ts'
import { isSubmissionKey, mintReceipt } from './mint-receipt.ts'
import { readSurveyById } from './read-survey.ts'
import { checkLines, ideasOf, mostLinesOfSheet } from './rules/answer-lines.ts'
import { noteForm } from './schema.ts'
import * as store from './store.server.ts'
import { storeResponses } from './store-responses.ts'

/**
 * Enters what a group wrote together: its label, how many they were, and their ideas. Also after the last day, for sheets come
 * late, but not after the dialogue was closed by hand. The same form sent twice is entered once.
 * Refuses `not-open`, `incomplete`, `unreadable`, and `one-person-each` where a group is counted in persons.
 */
export const enterNote = command(mayEnterNote, noteForm, async ({ input, actor, now, record }) => {
  const dialogue = await readSurveyById(input.dialogueId, now)
  const asked = new Set(dialogue?.questions.map(({ id }) => id))
  if (dialogue?.kind !== 'notes' || !input.lines.every(({ questionId }) => asked.has(questionId))) return refused({ refused: 'not-found' })
  if (dialogue.state === 'draft' || dialogue.state === 'waiting' || dialogue.closedBecause !== null) return refused({ refused: 'not-open' })
  if (dialogue.group.unit === 'persons' && input.persons > 1) return refused({ refused: 'one-person-each' })
  const linesOf = (questionId: string) => input.lines.filter((line) => line.questionId === questionId).map(({ text }) => text)
  const problems = dialogue.questions.flatMap((question) => checkLines({ id: question.id, maxLines: mostLinesOfSheet }, linesOf(question.id)))
  if (problems.length > 0) return refused({ refused: 'unreadable', unreadable: problems })
  const lines = dialogue.questions.flatMap((question) => ideasOf(linesOf(question.id)).map((text) => ({ questionId: question.id, text })))
  if (lines.length === 0) return refused({ refused: 'incomplete' })
  const submissionKey = isSubmissionKey(input.submissionKey ?? '') ? (input.submissionKey ?? '') : randomBytes(18).toString('base64url')
  const { submissionHash } = mintReceipt(dialogue.id, submissionKey)
  await store.lockDialogue(dialogue.id)
  const before = await store.findResponse({ submissionHash })
  if (before) return granted({ responseId: before.response.id })
  const [stored] = await storeResponses([
    {
      dialogueId: dialogue.id,
      groupId: dialogue.group.id,
      receivedOn: now.day,
      source: 'note',
      persons: input.persons,
      label: input.label,
      enteredBy: actor.person,
      submissionKey,
      lines,
    },
  ])
  if (!stored) throw new Error('The note was not stored.')
  await record('note-entered', { kind: 'response', id: stored.responseId })
  return granted({ responseId: stored.responseId })
})
