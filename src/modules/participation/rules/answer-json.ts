import type { Given, GivenAnswer } from './check-answers.ts'
import { isAsked, type Question } from './question.ts'

type Named = Pick<Question, 'key' | 'kind' | 'form'>

/**
 * Answers as an interface is sent them, by the key of the question, as the fields of a form would say them; then the same rules hold. What can't be
 * an answer of any kind (null, a boolean, nested too deep) is named, and so is what the question has no place for, which would be lost.
 *
 * @example
 * givenOfJson({ bor: 'ja', saknar: ['buss'], betyg: { skolan: 'bra' }, nojd: 4, tycker: 'Skogen' }, questions)
 */
export function givenOfJson(answers: Readonly<Record<string, unknown>>, questions: readonly Named[]): { readonly given: Given; readonly unreadable: readonly string[] } {
  const read = Object.entries(answers).map(
    ([key, value]) =>
      [
        key,
        readOne(
          value,
          questions.find((question) => question.key === key),
        ),
      ] as const,
  )
  return {
    given: Object.fromEntries(read.flatMap(([key, answer]) => (answer ? [[key, answer]] : []))),
    unreadable: read.filter(([, answer]) => !answer).map(([key]) => key),
  }
}

function readOne(value: unknown, question: Named | undefined): GivenAnswer | undefined {
  const text = textOf(value)
  if (text !== undefined) return takenBy(question, { texts: [text] })
  if (Array.isArray(value)) {
    const texts = value.map(textOf)
    return texts.every((each) => each !== undefined) ? takenBy(question, { texts }) : undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  if (question?.kind === 'matrix') {
    const rows = Object.entries(value).map(([row, each]) => [row, textOf(each)] as const)
    return rows.every(([, each]) => each !== undefined) ? { texts: [], byRow: Object.fromEntries(rows.map(([row, each]) => [row, each ?? ''])) } : undefined
  }
  // {chosen: [...], other: "…"}: what is chosen, and something in one's own words.
  const { chosen = [], other, ...rest } = value as { chosen?: unknown; other?: unknown }
  const texts = (Array.isArray(chosen) ? chosen : [chosen]).map(textOf)
  if (Object.keys(rest).length > 0 || !texts.every((each) => each !== undefined) || (other !== undefined && typeof other !== 'string')) return undefined
  return takenBy(question, { texts, other })
}

/** What was given, if the question has a place for it: a matrix is answered row by row, what only informs not at all, and not every one in other words. */
function takenBy(question: Named | undefined, given: GivenAnswer): GivenAnswer | undefined {
  const { texts, other = '' } = given
  const hasNoPlace = question !== undefined && (question.kind === 'matrix' || !isAsked(question))
  if (hasNoPlace && texts.some((text) => text.trim() !== '')) return undefined
  return question?.form.other !== true && other.trim() !== '' ? undefined : given
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined
}
