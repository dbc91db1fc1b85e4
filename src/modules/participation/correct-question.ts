import type { z } from 'zod'
import { takeStep } from '#kernel/course'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCorrectQuestion } from './access.ts'
import { questionBasisOf, questionText } from './read-draft.ts'
import { readSurveyById } from './read-survey.ts'
import { dialogueCourse } from './rules/dialogue-course.ts'
import type { Choice, QuestionForm } from './rules/question.ts'
import { correctionForm } from './schema.ts'
import * as store from './store.server.ts'

/**
 * Gives a question of an opened dialogue new words: a new version, with the reason that residents see. What it asks for stays. Refuses `not-open`,
 * `not-found` (also a choice that isn't there), `english-gone` (what could be read in English must be so still), and `stale` with both texts.
 */
export const correctQuestion = command(mayCorrectQuestion, correctionForm, async ({ input, actor, now, record }) => {
  const { dialogueId, key, basis, reason, wording, wordingEnglish, hint, hintEnglish } = input
  await store.lockDialogue(dialogueId)
  const dialogue = await readSurveyById(dialogueId, now)
  const question = dialogue?.questions.find((each) => each.key === key)
  if (!dialogue || !question) return refused({ refused: 'not-found' })
  if (!takeStep(dialogueCourse, dialogue.state, 'correct')) return refused({ refused: 'not-open' })
  const form = withWords(question.form, input)
  if (!form) return refused({ refused: 'not-found' })
  const words = { wording, wordingEnglish, hint, hintEnglish, form }
  if (questionBasisOf(question) !== basis) return refused({ refused: 'stale', now: questionText(question), yours: questionText({ ...question, ...words }) })
  if (question.wordingEnglish && !(wordingEnglish && [...(form.choices ?? []), ...(form.rows ?? [])].every(({ labelEnglish }) => labelEnglish)))
    return refused({ refused: 'english-gone' })
  await store.putCorrection({ dialogueId, version: dialogue.version + 1, reason, correctedBy: actor.person, correctedAt: now.at }, { questionId: question.id, ...words })
  await record('question-corrected', { kind: 'dialogue', id: dialogueId }, reason)
  return granted({ version: dialogue.version + 1 })
})

/** The form of a question in new words, with every key as it was; nothing when the words are for other keys. */
function withWords(form: QuestionForm, input: z.output<typeof correctionForm>): QuestionForm | undefined {
  const relabelled = (before: readonly Choice[] | undefined, labels: typeof input.choices) => {
    if (Object.keys(labels).length !== (before?.length ?? 0) || !(before ?? []).every(({ key }) => labels[key])) return undefined
    return (before ?? []).map((choice) => ({ ...choice, ...labels[choice.key] }))
  }
  const [choices, rows] = [relabelled(form.choices, input.choices), relabelled(form.rows, input.rows)]
  if (!choices || !rows) return undefined
  const named = ['leastLabel', 'leastLabelEnglish', 'mostLabel', 'mostLabelEnglish', 'unit', 'unitEnglish'] as const
  const words = Object.fromEntries(named.map((name) => [name, input[name] ?? undefined]))
  return { ...form, ...words, ...(form.choices && { choices }), ...(form.rows && { rows }) }
}
