import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayEditQuestion } from './access.ts'
import { questionBasisOf, questionText } from './read-draft.ts'
import { idOf, reviseQuestions } from './revise-questions.ts'
import { editionForm } from './schema.ts'

/**
 * Writes a question of a draft anew. Its key, its place and when it is asked stay. Refuses `not-found`, `stale` with both texts when somebody else has
 * changed it in between, and what changing a draft refuses.
 */
export const editQuestion = command(mayEditQuestion, editionForm, async ({ input, now, record }) => {
  const { dialogueId, key, basis, question } = input
  const result = await reviseQuestions(dialogueId, now, ({ questions }) => {
    const before = questions.find((each) => each.key === key)
    if (!before) return refused({ refused: 'not-found' })
    if (questionBasisOf(before) !== basis) return refused({ refused: 'stale', now: questionText(before), yours: questionText(question) })
    return granted(questions.map((each) => (each === before ? { ...question, id: before.id, key, showIf: before.showIf } : each)))
  })
  if (!result.granted) return result
  await record('question-edited', { kind: 'question', id: idOf(result.value, key) })
  return granted({ key })
})
