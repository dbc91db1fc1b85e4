import { answerColumns } from './answer-sheet.ts'
import { otherKey } from './check-answers.ts'
import { choicesOffered, isAsked, isOpen, type Question } from './question.ts'

/** What a column can be for: a question, or one choice or row of it. */
export type Target = {
  readonly id: string
  readonly question: string
  /** The key of the choice or the row; `annat` and `annat-text` for an answer in one's own words. */
  readonly part: string | undefined
  /** What it is called, for people. */
  readonly label: string
  /** What systems call such a column, the surest first. */
  readonly names: readonly string[]
}
type Asked = Question & { readonly wording: string; readonly wordingEnglish: string | null }

/** For the language that was answered in. */
export const languageTarget = '_language'
const within = '__'

/** All that a column can be for. A question with parts can stand in one column, all in one cell, or in a column for each part. */
export function targetsOf(questions: readonly Asked[]): Target[] {
  const own = new Map(answerColumns(questions).map(({ key, heading }) => [key, heading]))
  return questions.filter(isAsked).flatMap((question): Target[] => {
    const { key, kind, wording, wordingEnglish } = question
    const words = [wording, ...(wordingEnglish ? [wordingEnglish] : [])]
    const whole: Target = { id: key, question: key, part: undefined, label: wording, names: [key, own.get(key) ?? wording, ...words] }
    const parts = partsOf(question).map(({ part, label, labels }): Target => {
      const id = key + within + part
      // As LimeSurvey, Google and others name a column of one choice or row.
      const names = words.flatMap((word) =>
        labels.flatMap((each) => [`${word} [${each}]`, `${word} – ${each}`, `${word} - ${each}`, `${word}: ${each}`, `${word} ${each}`, `${word}/${each}`]),
      )
      const codes = [`${key}[${part}]`, `${key}_${part}`, ...(part === otherKey ? [`${key}[other]`] : [])]
      // A row of a matrix is told from any other by its words alone, as Forms does.
      return { id, question: key, part, label: `${wording}: ${label}`, names: [id, own.get(id) ?? id, ...codes, ...names, ...(kind === 'matrix' ? labels : [])] }
    })
    return kind === 'matrix' ? parts : [whole, ...parts]
  })
}

function partsOf(question: Asked): { part: string; label: string; labels: string[] }[] {
  const { kind, form } = question
  if (isOpen(kind)) return []
  const named = ({ key, label, labelEnglish }: { key: string; label: string; labelEnglish: string | null }) => ({
    part: key,
    label,
    labels: [label, ...(labelEnglish ? [labelEnglish] : [])],
  })
  const other = form.other ? [{ part: `${otherKey}-text`, label: 'annat, nämligen', labels: ['Annat, nämligen', 'Annat', 'Other'] }] : []
  if (kind === 'matrix') return (form.rows ?? []).map(named)
  if (kind === 'ranking') return choicesOffered(question).map(named)
  if (kind !== 'several') return other
  return [...choicesOffered(question).map(named), ...(form.other ? [{ part: otherKey, label: 'annat', labels: ['Annat'] }] : []), ...other]
}
