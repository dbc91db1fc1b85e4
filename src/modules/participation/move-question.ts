import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayMoveQuestion } from './access.ts'
import { idOf, reviseQuestions } from './revise-questions.ts'
import { moveQuestion as moved } from './rules/arrange-questions.ts'
import { sectionsOf } from './rules/show-question.ts'
import { moveForm } from './schema.ts'

/** Moves a question of a draft one step up or down, also over into the part beside. Answers with whether a part was left without questions and is gone. */
export const moveQuestion = command(mayMoveQuestion, moveForm, async ({ input, now, record }) => {
  let [isPartGone, isMoved] = [false, false]
  const result = await reviseQuestions(input.dialogueId, now, ({ questions }) => {
    if (!questions.some(({ key }) => key === input.key)) return refused({ refused: 'not-found' })
    const order = moved(questions, input.key, input.to)
    isPartGone = sectionsOf(order).length < sectionsOf(questions).length
    isMoved = order.some(({ key }, index) => key !== questions[index]?.key) || isPartGone
    return granted(order)
  })
  if (!result.granted) return result
  // First and last of all stay where they are.
  if (isMoved) await record('question-moved', { kind: 'question', id: idOf(result.value, input.key) })
  return granted({ isPartGone })
})
