import { codeWords } from '../code-words.ts'
import type { AnswerProblem } from '../rules/check-answers.ts'
import { type CodeProblem, codeProblems } from '../rules/code-state.ts'
import type { Language } from '../rules/in-language.ts'
import type { Question } from '../rules/question.ts'
import type { AnswerRefusal } from '../submit-answer.ts'
import { answerProblemWords, words } from '../words.ts'
import type { FieldProblem } from './survey-form.tsx'

/** A refused answer in words, each at the field where it is mended. */
export function problemsIn(refusal: AnswerRefusal, questions: readonly Pick<Question, 'id' | 'key' | 'form'>[], language: Language): FieldProblem[] {
  const word = words(language)
  if (refusal.refused === 'unreadable')
    return refusal.problems.map(({ key, problem, row }) => {
      const question = questions.find((each) => each.key === key)
      return { field: question?.id ?? '', row, text: problemText(problem, question?.form ?? {}, language) }
    })
  if (isCodeProblem(refusal.refused)) return [{ field: '', text: codeWords(language)[refusal.refused] }]
  return refusal.refused === 'incomplete' || refusal.refused === 'no-key' || refusal.refused === 'compiled' || refusal.refused === 'erased'
    ? [{ field: '', text: word[refusal.refused] }]
    : []
}

/** What is wrong with an answer, in words that say what to do. */
export function problemText(problem: AnswerProblem, form: Question['form'], language: Language): string {
  const word = answerProblemWords(language)[problem]
  return typeof word === 'function' ? word(form) : word
}

/** Whether a refusal is of a one-time code. */
export function isCodeProblem(refused: string): refused is CodeProblem {
  return codeProblems.some((each) => each === refused)
}
