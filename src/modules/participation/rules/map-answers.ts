import { isTongue, languages } from '#kernel/languages'
import { fold } from './answer-columns.ts'
import { linesIn, mostLinesOfSheet } from './answer-lines.ts'
import { hiddenWords } from './answer-sheet.ts'
import { languageTarget, type Target } from './answer-targets.ts'
import { type AnswerProblem, checkAnswers, type GivenAnswer, type Idea, otherKey, type Places } from './check-answers.ts'
import { choiceOf, isChosen, type SaidWords, wordsIn } from './match-choice.ts'
import { choicesOffered, isOpen, type Question, type Values } from './question.ts'

/** What each column of a file is for, empty for what is left out, and the choices that its words stand for by the key of the question. */
export type ImportMapping = { readonly columns: readonly string[]; readonly choices: Readonly<Record<string, SaidWords>> }
export type Line = { readonly line: number; readonly cells: readonly string[]; readonly broken?: 'unclosed-quote' | 'too-many-cells' | undefined }
export type RowReason = {
  readonly problem: AnswerProblem | 'empty' | 'no-such-language' | 'unclosed-quote' | 'too-many-cells'
  /** The key of the question it is about, and the word that can't be read. */
  readonly question?: string | undefined
  readonly value?: string | undefined
}
/** `row` is its place in the file, counted from 0. */
export type MappedAnswer = {
  readonly row: number
  readonly line: number
  readonly values: Values
  readonly ideas: readonly Idea[]
  readonly language: string | null
  readonly notAsked: number
}
export type RejectedLine = { readonly row: number; readonly line: number; readonly cells: readonly string[]; readonly reasons: readonly RowReason[] }
/** A word of a column of choices that is none of them, in how many rows it stands, and the choice that somebody has said it stands for. */
export type UnknownWord = { readonly question: string; readonly word: string; readonly rows: number; readonly choice?: string | undefined }
export type MappedSheet = { readonly answers: readonly MappedAnswer[]; readonly rejected: readonly RejectedLine[]; readonly unknown: readonly UnknownWord[] }
type Asked = { readonly questions: readonly Question[]; readonly places: Places; readonly targets: readonly Target[] }

/**
 * Reads the rows of a file as answers, by what its columns are for, with the rules of the form. As on paper nobody could be told that a question must be
 * answered. A row that can't be used is told whole, with each of its reasons.
 */
export function mapAnswers(rows: readonly Line[], { columns, choices }: ImportMapping, { questions, places, targets }: Asked): MappedSheet {
  const asked = questions.map((question) => ({ ...question, required: false, maxLines: Math.max(question.maxLines, mostLinesOfSheet) }))
  const byKey = new Map(asked.map((question) => [question.key, question]))
  const known = new Map(targets.map((target) => [target.id, target]))
  const used = columns.flatMap((id, at) => {
    const target = known.get(id)
    const question = target && byKey.get(target.question)
    return target && question ? [{ at, part: target.part, question, said: choices[question.key] ?? {} }] : []
  })
  const languageAt = columns.indexOf(languageTarget)
  const unknown = new Map<string, UnknownWord>()
  const [answers, rejected]: [MappedAnswer[], RejectedLine[]] = [[], []]
  for (const [row, { line, cells, broken }] of rows.entries()) {
    const read = broken ? undefined : readRow(cells, used)
    for (const { question, word } of read?.unknown ?? []) {
      const id = `${question} ${fold(word)}`
      unknown.set(id, { question, word, rows: (unknown.get(id)?.rows ?? 0) + 1, choice: choices[question]?.[fold(word)] })
    }
    const checked = read && checkAnswers(asked, read.given, places)
    const language = languageAt < 0 ? null : languageOf(cells[languageAt] ?? '')
    const isEmpty = checked && read.reasons.length === 0 && checked.problems.length === 0 && checked.ideas.length === 0 && Object.keys(checked.values).length === 0
    const reasons: RowReason[] = [
      ...(broken ? [{ problem: broken }] : []),
      ...(read?.reasons ?? []),
      ...(checked?.problems ?? []).map(({ key, problem }) => ({ problem, question: key })),
      ...(language === undefined ? [{ problem: 'no-such-language' as const, value: cells[languageAt] }] : []),
      ...(isEmpty ? [{ problem: 'empty' as const }] : []),
    ]
    if (reasons.length > 0 || !checked) rejected.push({ row, line, cells, reasons })
    else answers.push({ row, line, values: checked.values, ideas: checked.ideas, language: language ?? null, notAsked: checked.notAsked.length })
  }
  return { answers, rejected, unknown: [...unknown.values()] }
}

type Column = { readonly at: number; readonly part: string | undefined; readonly question: Question; readonly said: SaidWords }
type Draft = { texts: string[]; byRow?: Record<string, string>; other?: string }
type ReadRow = { given: Record<string, GivenAnswer>; reasons: RowReason[]; unknown: { question: string; word: string }[] }

function readRow(cells: readonly string[], columns: readonly Column[]): ReadRow {
  const given = new Map<string, Draft>()
  const read: ReadRow = { given: {}, reasons: [], unknown: [] }
  for (const { at, part, question, said } of columns) {
    const cell = cells[at] ?? ''
    if (cell.trim() === '') continue
    // What a wrong encoding has left in the place of a letter.
    if (cell.includes('\ufffd')) read.reasons.push({ problem: 'unacceptable-characters', question: question.key })
    else {
      const draft = given.get(question.key) ?? { texts: [] }
      given.set(question.key, draft)
      for (const word of wordsSaid(cell, question, part, said)) read.unknown.push({ question: question.key, word })
      for (const word of part === undefined ? putWhole(draft, cell, question, said) : putPart(draft, cell, question, part, said)) {
        read.reasons.push({ problem: 'no-such-choice', question: question.key, value: word })
        if (part === undefined || question.kind === 'matrix') read.unknown.push({ question: question.key, word })
      }
    }
  }
  read.given = Object.fromEntries(given)
  return read
}

/** The words of a cell that somebody has said the choice of. */
function wordsSaid(cell: string, question: Question, part: string | undefined, said: SaidWords): string[] {
  if (Object.keys(said).length === 0) return []
  const words = part === undefined && (question.kind === 'several' || question.kind === 'ranking') ? wordsIn(cell, question, said) : [cell.trim()]
  return words.filter((word) => Object.hasOwn(said, fold(word)))
}

/** Puts what stands in the one column of a question. Answers with the words that are none of its choices. */
function putWhole(draft: Draft, cell: string, question: Question, said: SaidWords): string[] {
  const { kind, form } = question
  if (isOpen(kind)) {
    const lines = kind === 'lines' ? linesIn([cell]) : [cell]
    draft.texts.push(...lines.filter((line) => !Object.values<string>(hiddenWords).includes(line)))
    return []
  }
  if (kind === 'number') return put(draft, cell.trim())
  // A day with the time that systems put after it: the time is left out.
  if (kind === 'date') return put(draft, /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d/.exec(cell.trim())?.[1] ?? cell.trim())
  const words = kind === 'several' || kind === 'ranking' ? wordsIn(cell, question, said) : [cell.trim()]
  return words.flatMap((word) => {
    const key = choiceOf(word, question, said)
    const isOther = form.other === true && (key === undefined || (key === otherKey && Object.hasOwn(said, fold(word))))
    if (isOther) draft.other = draft.other ? `${draft.other}; ${word}` : word
    else if (key === undefined) return [word]
    else if (key !== '') draft.texts.push(key)
    return []
  })
}

/** Puts what stands in a column of one choice or row. Answers with what can't be read there. */
function putPart(draft: Draft, cell: string, question: Question, part: string, said: SaidWords): string[] {
  const { kind } = question
  if (part === `${otherKey}-text`) draft.other = cell.trim()
  else if (kind === 'ranking') draft.byRow = { ...draft.byRow, [part]: cell.trim() }
  else if (kind === 'matrix') {
    const key = choiceOf(cell, question, said)
    if (key === undefined) return [cell.trim()]
    if (key !== '') draft.byRow = { ...draft.byRow, [part]: key }
  } else {
    const choice = choicesOffered(question).find(({ key }) => key === part)
    const chosen = isChosen(cell, choice ? [choice.key, choice.label, choice.labelEnglish ?? choice.label] : [otherKey])
    if (chosen) draft.texts.push(part)
    else if (chosen === undefined && part === otherKey) draft.other = cell.trim()
    else if (chosen === undefined) return [cell.trim()]
  }
  return []
}

function put(draft: Draft, text: string): string[] {
  draft.texts.push(text)
  return []
}

const byName = new Map<string, string>(Object.entries(languages).flatMap(([tongue, { name, swedish }]) => [name, swedish].map((each) => [fold(each), tongue] as const)))

/** The language of an answer, as systems write it: sv, sv-SE, English (United States). Null for Swedish, and nothing when it is none we know. */
function languageOf(cell: string): string | null | undefined {
  const written = fold(cell.replaceAll(/[\u200e\u200f]/g, '')).replace(/\s*\(.*/, '')
  const tongue = byName.get(written) ?? [written, written.split(/[-_]/)[0]].find(isTongue) ?? (written === '' || written === 'swedish' ? 'sv' : undefined)
  return tongue === 'sv' ? null : tongue
}
