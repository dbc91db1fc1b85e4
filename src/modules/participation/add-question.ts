import { randomUUID } from 'node:crypto'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayAddQuestion } from './access.ts'
import { type DraftQuestion, reviseQuestions } from './revise-questions.ts'
import { insertQuestion } from './rules/arrange-questions.ts'
import { keyOfWords } from './rules/key-of-words.ts'
import { additionForm } from './schema.ts'

// What stands in an address where the key of a question could.
const reserved = 'ny'

/** Adds a question to a draft: after another, or last. Without a key of its own it gets one from its words. Refuses `already-asked` (its key), and what changing a draft refuses. */
export const addQuestion = command(mayAddQuestion, additionForm, async ({ input, now, record }) => {
  const id = randomUUID()
  let added = ''
  const result = await reviseQuestions(input.dialogueId, now, ({ questions }) => {
    const taken = new Set([reserved, ...questions.map(({ key }) => key)])
    if (input.question.key !== undefined && taken.has(input.question.key)) return refused({ refused: 'already-asked' })
    added = input.question.key ?? keyOfWords(input.question.wording, taken, 'fraga')
    return granted(insertQuestion<DraftQuestion>(questions, { ...input.question, id, key: added }, input.after))
  })
  if (!result.granted) return result
  await record('question-added', { kind: 'question', id })
  return granted({ key: added })
})
