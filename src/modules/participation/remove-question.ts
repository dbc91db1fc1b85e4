import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayRemoveQuestion } from './access.ts'
import { questionBasisOf, questionText } from './read-draft.ts'
import { idOf, reviseQuestions } from './revise-questions.ts'
import { removeQuestion as without } from './rules/arrange-questions.ts'
import { removalForm } from './schema.ts'

/**
 * Takes a question out of a draft. Refuses `depended-on` with the words of the questions whose conditions are on it, `stale` when somebody else has
 * changed it in between, `not-found`, and what changing a draft refuses.
 */
export const removeQuestion = command(mayRemoveQuestion, removalForm, async ({ input, now, record }) => {
  const { dialogueId, key, basis } = input
  const result = await reviseQuestions(dialogueId, now, ({ questions }) => {
    const question = questions.find((each) => each.key === key)
    if (!question) return refused({ refused: 'not-found' })
    const by = questions.filter(({ showIf }) => showIf?.conditions.some((condition) => condition.question === key)).map(({ wording }) => wording)
    if (by.length > 0) return refused({ refused: 'depended-on', by })
    if (questionBasisOf(question) !== basis) return refused({ refused: 'stale', now: questionText(question), yours: '' })
    return granted(without(questions, key))
  })
  if (!result.granted) return result
  await record('question-removed', { kind: 'question', id: idOf(result.value, key) })
  return granted(null)
})
