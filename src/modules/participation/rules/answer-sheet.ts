import { otherKey } from './check-answers.ts'
import { middleOfSquare } from './map-squares.ts'
import { type Choice, choicesNamed, dontKnow, isAsked, isOpen, type Question, type Value, type Values } from './question.ts'
import type { Cell } from './written-sheet.ts'

/** A text as it is handed out, or why it isn't. */
export type HandedText = { readonly text: string } | { readonly hidden: 'waiting' | 'withheld' }
/** An answer as it is handed out: nothing says whose it is, or when it came. */
export type HandedAnswer = {
  readonly group: { readonly key: string; readonly name: string }
  /** The place of the poster that it came by; `few` where so few did that it would nearly say who, and none where they are few together too. */
  readonly poster: { readonly key: string; readonly label: string } | 'few' | null
  /** The version of the questionnaire that it answers. */
  readonly version: number
  readonly values: Values
  /** Words of one's own, by the key of the question. */
  readonly texts: Readonly<Record<string, readonly HandedText[]>>
}
export type AnswerColumn = {
  /** Made of the keys of the question and of its choice or row, so that nothing shifts when questions are moved. */
  readonly key: string
  readonly heading: string
  /** The key of the question; none for what is about the answer. */
  readonly question: string | null
  /** For machines: keys and numbers. */
  of(answer: HandedAnswer): Cell
  /** For people: words. */
  said(answer: HandedAnswer): Cell
}
type Asked = Question & { readonly wording: string }

/** What stands for a text that isn't handed out. */
export const hiddenWords = { waiting: '[ej granskad]', withheld: '[visas inte]', few: '[för få]' } as const
/** The column of the poster. */
export const posterKey = '_affisch'
// No key has it in it, so that a column is never taken for another.
const within = '__'

/**
 * The columns of a sheet of answers: one for each question; one for each choice of several and of a ranking, and one for each row of a matrix. One for
 * the poster that an answer came by, where some did.
 */
export function answerColumns(questions: readonly Asked[], hasPosters = false): AnswerColumn[] {
  const about: AnswerColumn[] = [
    { key: '_grupp', heading: 'Grupp', question: null, of: ({ group }) => group.key, said: ({ group }) => group.name },
    { key: '_version', heading: 'Formulärets version', question: null, of: ({ version }) => version, said: ({ version }) => version },
    ...(hasPosters ? [{ key: posterKey, heading: 'Kom via affisch', question: null, of: posterOf('key'), said: posterOf('label') }] : []),
  ]
  const columns = [...about, ...questions.filter(isAsked).flatMap(columnsOf)]
  const times = Map.groupBy(columns, ({ heading }) => heading)
  return columns.map((column) => ((times.get(column.heading)?.length ?? 0) > 1 ? { ...column, heading: `${column.heading} (${column.key})` } : column))
}

const posterOf =
  (as: 'key' | 'label') =>
  ({ poster }: HandedAnswer): Cell =>
    poster === 'few' ? hiddenWords.few : (poster?.[as] ?? null)

function columnsOf(question: Asked): AnswerColumn[] {
  const { key, kind, wording, form } = question
  const column = (part: string | null, label: string | null, of: (answer: HandedAnswer) => Cell, said = of): AnswerColumn => ({
    key: part === null ? key : key + within + part,
    heading: label === null ? wording : `${wording} – ${label}`,
    ...{ question: key, of, said },
  })
  const texts = ({ texts: all }: HandedAnswer) => textOf(all[key])
  if (isOpen(kind)) return [column(null, null, texts)]
  const other = form.other ? [column(`${otherKey}-text`, 'Annat, nämligen', texts)] : []
  const value = ({ values }: HandedAnswer) => values[key]
  const choices = choicesNamed(question)
  if (kind === 'several') {
    const offered = form.other ? [...choices, { key: otherKey, label: 'Annat' }] : choices
    const isChosen = (answer: HandedAnswer, choice: string) => (value(answer) === undefined ? undefined : listOf(value(answer)).includes(choice))
    return [
      ...offered.map((choice) =>
        column(
          choice.key,
          choice.label,
          (answer) => numberOf(isChosen(answer, choice.key)),
          (answer) => yesOrNo(isChosen(answer, choice.key)),
        ),
      ),
      ...other,
    ]
  }
  if (kind === 'ranking') return choices.map((choice) => column(choice.key, choice.label, (answer) => rankOf(value(answer), choice.key)))
  if (kind === 'matrix') {
    return (form.rows ?? []).map((row) =>
      column(
        row.key,
        row.label,
        (answer) => rowOf(value(answer), row.key),
        (answer) => labelOf(choices, rowOf(value(answer), row.key)),
      ),
    )
  }
  const middle = (of: 'north' | 'east') => (answer: HandedAnswer) => middleOfSquare(value(answer))?.[of] ?? null
  const ofSquare = form.point ? [column('norr', 'rutans mitt, norr (SWEREF 99 TM)', middle('north')), column('oster', 'rutans mitt, öster (SWEREF 99 TM)', middle('east'))] : []
  return [
    column(
      null,
      null,
      (answer) => plain(value(answer)),
      (answer) => labelOf(choices, plain(value(answer))),
    ),
    ...other,
    ...ofSquare,
  ]
}

function textOf(texts: readonly HandedText[] = []): Cell {
  return texts.length === 0 ? null : texts.map((each) => ('text' in each ? each.text : hiddenWords[each.hidden])).join('\n')
}

function labelOf(choices: readonly Pick<Choice, 'key' | 'label'>[], cell: Cell): Cell {
  if (cell === dontKnow) return 'Vet ej'
  if (cell === otherKey) return choices.find(({ key }) => key === cell)?.label ?? 'Annat'
  return choices.find(({ key }) => key === cell)?.label ?? cell
}

const listOf = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? value : [])
const plain = (value: Value | undefined): Cell => (typeof value === 'string' || typeof value === 'number' ? value : null)
const rowOf = (value: Value | undefined, row: string): Cell =>
  typeof value === 'object' && !Array.isArray(value) ? ((value as Readonly<Record<string, string>>)[row] ?? null) : null
const numberOf = (isChosen: boolean | undefined): Cell => (isChosen === undefined ? null : isChosen ? 1 : 0)
const yesOrNo = (isChosen: boolean | undefined): Cell => (isChosen === undefined ? null : isChosen ? 'ja' : 'nej')
function rankOf(value: Value | undefined, choice: string): Cell {
  const place = listOf(value).indexOf(choice)
  return place < 0 ? null : place + 1
}
