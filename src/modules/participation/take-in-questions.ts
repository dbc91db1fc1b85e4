import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { identityField, slugField } from '#kernel/fields'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayAddQuestion } from './access.ts'
import { questionField } from './question-schema.ts'
import { type DraftQuestion, reviseQuestions } from './revise-questions.ts'
import { keyOfWords } from './rules/key-of-words.ts'
import { misplacedConditions } from './rules/show-question.ts'

const questionsForm = z.object({
  dialogueId: identityField,
  questions: z
    .array(questionField.and(z.object({ key: slugField })))
    .min(1, 'empty')
    .max(200, 'too-many'),
})
// What stands in an address where the key of a question could.
const reserved = 'ny'

/**
 * Adds the questions of a file to a draft, after those it has. A key that is taken gets a number, also in the conditions. Refuses `misplaced` for a
 * condition that can't be tried, and what changing a draft refuses.
 */
export const takeInQuestions = command(mayAddQuestion, questionsForm, async ({ input, now, record }) => {
  const result = await reviseQuestions(input.dialogueId, now, ({ questions }) => {
    const taken = new Set([reserved, ...questions.map(({ key }) => key)])
    const keys = new Map<string, string>()
    for (const { key } of input.questions) {
      const own = taken.has(key) ? keyOfWords(key, taken) : key
      taken.add(own)
      keys.set(key, own)
    }
    const added = input.questions.map((question): DraftQuestion => {
      const conditions = question.showIf?.conditions.map((condition) => ({ ...condition, question: keys.get(condition.question) ?? condition.question }))
      return { ...question, id: randomUUID(), key: keys.get(question.key) ?? question.key, showIf: question.showIf && conditions ? { ...question.showIf, conditions } : null }
    })
    const all = [...questions, ...added]
    return misplacedConditions(all).length > misplacedConditions(questions).length ? refused({ refused: 'misplaced' }) : granted(all)
  })
  if (!result.granted) return result
  await record('questions-taken-in', { kind: 'dialogue', id: input.dialogueId })
  return granted({ count: input.questions.length })
})
