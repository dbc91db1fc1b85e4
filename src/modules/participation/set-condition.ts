import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { maySetCondition } from './access.ts'
import { idOf, reviseQuestions } from './revise-questions.ts'
import { misplacedConditions } from './rules/show-question.ts'
import { conditionForm } from './schema.ts'

/** Says when a question of a draft is asked; without conditions it is asked of everybody. Refuses `misplaced` with why it can't be tried, `not-found`, and what changing a draft refuses. */
export const setCondition = command(maySetCondition, conditionForm, async ({ input, now, record }) => {
  const { dialogueId, key, showIf } = input
  const result = await reviseQuestions(dialogueId, now, ({ questions }) => {
    if (!questions.some((each) => each.key === key)) return refused({ refused: 'not-found' })
    const changed = questions.map((each) => (each.key === key ? { ...each, showIf } : each))
    const misplaced = misplacedConditions(changed).find((each) => each.key === key)
    return misplaced ? refused({ refused: 'misplaced', problem: misplaced.problem }) : granted(changed)
  })
  if (!result.granted) return result
  await record('condition-set', { kind: 'question', id: idOf(result.value, key) })
  return granted(null)
})
