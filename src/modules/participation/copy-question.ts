import { randomUUID } from 'node:crypto'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayCopyQuestion } from './access.ts'
import { reviseQuestions } from './revise-questions.ts'
import { insertQuestion } from './rules/arrange-questions.ts'
import { keyOfWords } from './rules/key-of-words.ts'
import { questionOfForm } from './schema.ts'

/** Makes one more of a question in a draft, just after it and with a key of its own. Refuses `not-found`, and what changing a draft refuses. */
export const copyQuestion = command(mayCopyQuestion, questionOfForm, async ({ input, now, record }) => {
  const id = randomUUID()
  let made = ''
  const result = await reviseQuestions(input.dialogueId, now, ({ questions }) => {
    const original = questions.find(({ key }) => key === input.key)
    if (!original) return refused({ refused: 'not-found' })
    made = keyOfWords(original.key, new Set(questions.map(({ key }) => key)))
    // A background question is asked once.
    return granted(insertQuestion(questions, { ...original, id, key: made, background: null, sectionHeading: null, sectionHeadingEnglish: null }, original.key))
  })
  if (!result.granted) return result
  await record('question-copied', { kind: 'question', id })
  return granted({ key: made })
})
