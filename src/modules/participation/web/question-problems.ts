import { problemTexts } from '#http/problem-words'
import type { Problem } from '#kernel/problems'
import { builderProblems } from '../builder-words.ts'
import { refusalWords } from '../words.ts'
import { atItsField, type FieldProblem, type questionSent } from './question-sent.ts'

/** A refused question in words, each at the field where it is mended. */
export function problemsOfQuestion(refusal: { readonly refused: string; readonly problems?: readonly Problem[] }): FieldProblem[] {
  return atItsField(
    problemTexts(refusal, { ...refusalWords, ...builderProblems }),
    refusal.problems?.map(({ problem }) => problem),
  )
}

/** What can be seen to be wrong in the form itself: lines that don't match, and a new part without a heading. */
export function sentProblems({ problems }: ReturnType<typeof questionSent>, lacksHeading = false): FieldProblem[] {
  return [
    ...(lacksHeading ? [{ field: 'sectionHeading', text: 'Skriv delens rubrik' }] : []),
    ...problems.map(({ field, problem }) => ({ field, text: builderProblems[problem] ?? '' })),
  ]
}
