import { suppressSmallCells } from '#statistics'
import type { OptionCount, QuestionFigures } from './count-answers.ts'
import { middleOfSquare } from './map-squares.ts'
import type { Question } from './question.ts'

/** A count as it may be shown; `null` says that it is too small, or would give away one that is. */
export type ShownCount = number | null
type ShownOptions = readonly { readonly key: string; readonly count: ShownCount }[]
export type PublicFigures = {
  readonly key: string
  readonly responses: number
  readonly answered: ShownCount
  readonly dontKnow: ShownCount
  readonly options: ShownOptions
  readonly rows: readonly { readonly key: string; readonly answered: ShownCount; readonly dontKnow: ShownCount; readonly options: ShownOptions }[]
  readonly ranking: readonly { readonly key: string; readonly first: ShownCount; readonly ranked: ShownCount; readonly meanRank: number | null }[]
  /** Without the least and the most: those are one person's each. */
  readonly numbers: { readonly median: number; readonly mean: number } | null
  readonly ideas: ShownCount
}

/**
 * The figures of a question as everybody may see them: no count under the threshold, none by which such a one can be reckoned, and nothing at all of
 * a question that fewer answered. Of a question where one thing is chosen the options and "vet ej" are one table; where several are chosen each
 * option is a table of those who did and those who didn't. How many passed a question by is said: it says nothing of what they think.
 */
export function publicFigures({ kind }: Pick<Question, 'kind'>, figures: QuestionFigures, threshold: number): PublicFigures {
  const { key, responses, answered } = figures
  // That a square is named at all says that somebody chose it.
  const named = (options: ShownOptions) => options.filter(({ key: option, count }) => count !== null || !middleOfSquare(option))
  if (answered < threshold) return { ...nothingOf(figures), options: named(nothingOf(figures).options) }
  const areApart = kind === 'several'
  const counted = areApart
    ? { dontKnow: 0, options: figures.options.map((option) => ({ key: option.key, count: alone(option.count, answered, threshold) })) }
    : together(figures.options, figures.dontKnow, threshold)
  return {
    ...{ key, responses, answered, dontKnow: counted.dontKnow, options: named(counted.options) },
    rows: figures.rows.map((row) => ({ key: row.key, answered: row.answered < threshold ? null : row.answered, ...together(row.options, row.dontKnow, threshold) })),
    ranking: figures.ranking.map(({ key: choice, first, ranked, meanRank }) => {
      const shown = alone(ranked, answered, threshold)
      return { key: choice, ranked: shown, first: alone(first, answered, threshold), meanRank: shown === null ? null : meanRank }
    }),
    numbers: figures.numbers && answered - figures.dontKnow >= threshold ? { median: figures.numbers.median, mean: figures.numbers.mean } : null,
    ideas: figures.ideas < threshold ? null : figures.ideas,
  }
}

function nothingOf({ key, responses, options, rows, ranking }: QuestionFigures): PublicFigures {
  const none = (given: readonly OptionCount[]) => given.map((option) => ({ key: option.key, count: null }))
  return {
    ...{ key, responses, answered: null, dontKnow: null, numbers: null, ideas: null },
    options: none(options),
    rows: rows.map((row) => ({ key: row.key, answered: null, dontKnow: null, options: none(row.options) })),
    ranking: ranking.map((each) => ({ key: each.key, first: null, ranked: null, meanRank: null })),
  }
}

/** Options of which one is chosen, with "vet ej": what is hidden in one can't be reckoned from the others. */
function together(options: readonly OptionCount[], dontKnow: number, threshold: number): Pick<PublicFigures, 'options' | 'dontKnow'> {
  const counts = [...options, { key: notKnown, count: dontKnow }].map(({ key, count }) => ({ row: 'all', column: key, count }))
  if (counts.every(({ count }) => count === 0)) return { dontKnow: 0, options }
  const shown = suppressSmallCells(counts, { threshold }).cells.map((cell) => (cell.shown ? cell.count : null))
  return { dontKnow: shown.at(-1) ?? null, options: options.map(({ key }, index) => ({ key, count: shown[index] ?? null })) }
}
// No key of a choice has a space in it.
const notKnown = 'vet ej'

/** An option that goes together with others: those who chose it and those who didn't are both enough, or it is hidden. */
export function alone(count: number, answered: number, threshold: number): ShownCount {
  return count < threshold || answered - count < threshold ? null : count
}
