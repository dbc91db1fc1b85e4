import { takeStep } from '#kernel/course'
import type { Moment } from '#kernel/moment'
import { granted, type Refused, type Result, refused } from '#kernel/result'
import { type QuestionReading, readSurveyById, type SurveyReading } from './read-survey.ts'
import { dialogueCourse } from './rules/dialogue-course.ts'
import { mostQuestions } from './rules/question.ts'
import * as store from './store.server.ts'

/** A question of a draft; its place is that in the list. */
export type DraftQuestion = Omit<QuestionReading, 'position'>
type Change = Result<readonly DraftQuestion[], Refused>

/**
 * Changes the questions of a draft, alone with it until the transaction ends. Answers with the draft as it was. Refuses `not-found`, `already-open`,
 * `only-lines` (groups write their answers, they don't choose), `too-many-questions`, and what the change refuses.
 */
export async function reviseQuestions<Changed extends Change>(dialogueId: string, now: Moment, change: (dialogue: SurveyReading) => Changed) {
  await store.lockDialogue(dialogueId)
  const dialogue = await readSurveyById(dialogueId, now)
  if (!dialogue) return refused({ refused: 'not-found' })
  if (!takeStep(dialogueCourse, dialogue.state, 'revise')) return refused({ refused: 'already-open' })
  const changed = change(dialogue)
  if (!changed.granted) return changed as Extract<Changed, { granted: false }>
  if (changed.value.length > mostQuestions) return refused({ refused: 'too-many-questions' })
  if (dialogue.kind === 'notes' && changed.value.some(({ kind }) => kind !== 'lines')) return refused({ refused: 'only-lines' })
  await store.replaceQuestions(
    dialogueId,
    changed.value.map((question, position) => ({ ...question, dialogueId, position })),
  )
  return granted(dialogue)
}

/** The identity of a question of the draft as it was. */
export function idOf({ questions }: SurveyReading, key: string): string {
  return questions.find((question) => question.key === key)?.id ?? ''
}
