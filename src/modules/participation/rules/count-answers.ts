import { otherKey } from './check-answers.ts'
import { choicesOffered, dontKnow, isAsked, isOpen, type Question, scaleSteps } from './question.ts'

/** How many answers hold a value of a question: of an array its place in it, of a matrix its row. As the database counts them. */
export type ValueCount = { readonly key: string; readonly row: string | null; readonly value: string; readonly place: number | null; readonly count: number }
export type Counted = {
  /** Answers in all. */
  readonly responses: number
  /** How many answered each question, by its key; of open questions how many wrote, and how many ideas. */
  readonly answered: Readonly<Record<string, number>>
  readonly ideas: Readonly<Record<string, number>>
  readonly values: readonly ValueCount[]
}
export type OptionCount = { readonly key: string; readonly count: number }
export type RankCount = { readonly key: string; readonly first: number; readonly ranked: number; readonly meanRank: number | null }
export type QuestionFigures = {
  readonly key: string
  readonly responses: number
  readonly answered: number
  /** Of those who answered: "vet ej" stands apart, and is in no share. */
  readonly dontKnow: number
  /** Option by option; of several each is counted by itself, never the combination. */
  readonly options: readonly OptionCount[]
  readonly rows: readonly { readonly key: string; readonly answered: number; readonly dontKnow: number; readonly options: readonly OptionCount[] }[]
  readonly ranking: readonly RankCount[]
  readonly numbers: { readonly least: number; readonly median: number; readonly mean: number; readonly most: number } | null
  readonly ideas: number
}

/** The figures of every question that is answered, in the order they are asked. Every count is of answers, and can be counted again from them. */
export function countAnswers(questions: readonly Question[], counted: Counted): QuestionFigures[] {
  const byQuestion = Map.groupBy(counted.values, ({ key }) => key)
  return questions.filter(isAsked).map((question) => {
    const values = byQuestion.get(question.key) ?? []
    const { kind, form } = question
    const known = values.filter(({ value }) => value !== dontKnow)
    return {
      key: question.key,
      responses: counted.responses,
      answered: counted.answered[question.key] ?? 0,
      dontKnow: kind === 'matrix' ? 0 : sum(values.filter(({ value }) => value === dontKnow)),
      options: ['one', 'several', 'picture', 'place', 'scale'].includes(kind) ? optionsOf(question, known) : [],
      rows:
        kind === 'matrix'
          ? (form.rows ?? []).map(({ key }) =>
              rowOf(
                question,
                key,
                values.filter(({ row }) => row === key),
              ),
            )
          : [],
      ranking: kind === 'ranking' ? (form.choices ?? []).map(({ key }) => rankOf(key, values)) : [],
      numbers: kind === 'number' || kind === 'scale' ? spread(known) : null,
      ideas: isOpen(kind) || form.other ? (counted.ideas[question.key] ?? 0) : 0,
    }
  })
}

function optionsOf(question: Question, values: readonly ValueCount[]): OptionCount[] {
  const { kind, form } = question
  const offered = kind === 'scale' ? scaleSteps(form).map(String) : [...choicesOffered(question).map(({ key }) => key), ...(form.other ? [otherKey] : [])]
  // A place that is no longer in the list was one when it was chosen.
  const before = [...new Set(values.map(({ value }) => value))].filter((value) => !offered.includes(value))
  return [...offered, ...before].map((key) => ({ key, count: sum(values.filter(({ value }) => value === key)) }))
}

function rowOf(question: Question, key: string, values: readonly ValueCount[]) {
  const known = values.filter(({ value }) => value !== dontKnow)
  return { key, answered: sum(values), dontKnow: sum(values) - sum(known), options: optionsOf(question, known) }
}

function rankOf(key: string, values: readonly ValueCount[]): RankCount {
  const own = values.filter(({ value }) => value === key)
  const ranked = sum(own)
  const ranks = own.reduce((total, { place, count }) => total + (place ?? 0) * count, 0)
  return { key, first: sum(own.filter(({ place }) => place === 1)), ranked, meanRank: ranked === 0 ? null : ranks / ranked }
}

/** Least, median, mean and most of counted numbers. */
function spread(values: readonly ValueCount[]): QuestionFigures['numbers'] {
  const ordered = values.map(({ value, count }) => ({ value: Number(value), count })).sort((a, b) => a.value - b.value)
  const [first, last, count] = [ordered[0], ordered.at(-1), sum(ordered)]
  if (!first || !last) return null
  let passed = 0
  const ends = ordered.map((each) => {
    passed += each.count
    return passed
  })
  const at = (place: number) => ordered[ends.findIndex((end) => end > place)]?.value ?? last.value
  const total = ordered.reduce((so, each) => so + each.value * each.count, 0)
  return { least: first.value, median: (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2, mean: total / count, most: last.value }
}

function sum(values: readonly { readonly count: number }[]): number {
  return values.reduce((total, { count }) => total + count, 0)
}
