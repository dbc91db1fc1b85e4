import { type ColumnRole, fold, type Question, roleOf } from './answer-columns.ts'
import { ideasOf, linesIn, mostLinesOfSheet, problemOf } from './answer-lines.ts'
import { readDelimited } from './delimited-text.ts'

export type Group = { readonly id: string; readonly key: string; readonly name: string; readonly unit: 'persons' | 'notes' }
export type FileAnswer = {
  readonly line: number
  /** The group that the file names; undefined for the dialogue's own. */
  readonly groupId: string | undefined
  readonly persons: number
  readonly label: string | null
  readonly lines: readonly { readonly questionId: string; readonly text: string }[]
}
export type RejectedRow = {
  readonly line: number
  readonly reason:
    | 'empty'
    | 'too-long'
    | 'unacceptable-characters'
    | 'too-many-lines'
    | 'label-too-long'
    | 'unknown-question'
    | 'unknown-group'
    | 'not-a-number'
    | 'one-person-each'
    | 'twice'
    | 'too-many-cells'
    | 'unclosed-quote'
    | 'not-json'
}
export type FileReading = { readonly answers: readonly FileAnswer[]; readonly rejected: readonly RejectedRow[]; readonly unusedColumns: readonly string[] }

type Asked = { readonly questions: readonly Question[]; readonly groups: readonly Group[]; readonly own: Group }
type Row = { readonly line: number; readonly cells: readonly (readonly [name: string, text: string])[]; readonly refused?: RejectedRow['reason'] }

const mostPersons = 10_000
const longestLabel = 120

/**
 * Reads a file of answers, as CSV or as one JSON object a line. A column for each question, named `q1`, `q2` …, by its number
 * or by its own words; or the two columns `question` and `text`, where lines with the same `id` are one answer. Also `group`,
 * `persons` and `label`. What can't be used is told by its line and reason; what no column is for is told by name.
 */
export function readAnswerFile(text: string, format: 'csv' | 'jsonl', asked: Asked): FileReading {
  const rows = format === 'jsonl' ? jsonRows(text) : csvRows(text)
  const answers = new Map<string, FileAnswer>()
  const rejected: RejectedRow[] = []
  const unused = new Set<string>()
  for (const row of rows) {
    const read = row.refused ?? readRow(row, asked, unused)
    if (typeof read === 'string') {
      rejected.push({ line: row.line, reason: read })
      continue
    }
    const before = read.id === '' ? undefined : answers.get(read.id)
    const answer = before ? { ...before, lines: [...before.lines, ...read.answer.lines] } : read.answer
    if (before && !read.isPart) rejected.push({ line: row.line, reason: 'twice' })
    else if (hasTooManyLines(answer)) rejected.push({ line: row.line, reason: 'too-many-lines' })
    else answers.set(read.id || `line ${row.line}`, answer)
  }
  return { answers: [...answers.values()], rejected, unusedColumns: [...unused] }
}

/** The text of a file: UTF-8, or UTF-16 where it says so itself. Nothing when it is neither. */
export function decodeFile(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * What a file says, whatever a spreadsheet does to it: the order of columns and rows, their names, quoting, byte order marks,
 * line ends, composed or decomposed letters and spaces at the ends make no difference.
 */
export function canonicalAnswers(answers: readonly Omit<FileAnswer, 'line'>[]): string {
  return JSON.stringify(answers.map(canonicalAnswer).sort())
}

export function canonicalAnswer({ groupId, persons, label, lines }: Omit<FileAnswer, 'line'>): string {
  return JSON.stringify([groupId ?? '', persons, fold(label ?? ''), lines.map(({ questionId, text }) => `${questionId} ${fold(text)}`).sort()])
}

function csvRows(text: string): Row[] {
  const [heading, ...rows] = readDelimited(text)
  if (!heading) return []
  const names = heading.cells
  return rows.map(({ line, cells, unclosed }) => {
    if (unclosed) return { line, cells: [], refused: 'unclosed-quote' }
    if (cells.slice(names.length).some((cell) => cell.trim() !== '')) return { line, cells: [], refused: 'too-many-cells' }
    return { line, cells: names.map((name, index) => [name, cells[index] ?? ''] as const) }
  })
}

function jsonRows(text: string): Row[] {
  return text.split(/\r\n|[\n\r]/).flatMap((written, index): Row[] => {
    if (written.trim() === '') return []
    const object = parsed(written)
    return [object ? { line: index + 1, cells: Object.entries(object).flatMap(([name, value]) => cellsOf(name, value)) } : { line: index + 1, cells: [], refused: 'not-json' }]
  })
}

function parsed(written: string): object | undefined {
  try {
    const value: unknown = JSON.parse(written)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

// An object within, as { answers: { q1: … } }, is read as if its fields stood outside; a list is one idea a line.
function cellsOf(name: string, value: unknown, isWithin = false): (readonly [string, string])[] {
  if (typeof value === 'string' || typeof value === 'number') return [[name, String(value)]]
  if (Array.isArray(value)) return [[name, value.filter((each) => typeof each === 'string').join('\n')]]
  if (typeof value !== 'object' || value === null || isWithin) return []
  return Object.entries(value).flatMap(([inner, text]) => cellsOf(inner, text, true))
}

function readRow(row: Row, { questions, groups, own }: Asked, unused: Set<string>): RejectedRow['reason'] | { answer: FileAnswer; id: string; isPart: boolean } {
  const cells = row.cells.map(([name, text]) => ({ name, text, role: roleOf(name, questions) }))
  const cell = (role: ColumnRole) => cells.find((each) => each.role === role)?.text.trim() ?? ''
  const has = (role: ColumnRole) => cells.some((each) => each.role === role)
  const isPart = has('text') && (has('question') || questions.length === 1)
  for (const { name, role } of cells) if (!role && name.trim() !== '') unused.add(name.trim())
  const group = cell('group') === '' ? own : groups.find(({ key, name }) => [fold(key), fold(name)].includes(fold(cell('group'))))
  if (!group) return 'unknown-group'
  const persons = cell('persons') === '' ? 1 : Number(cell('persons'))
  if (!Number.isInteger(persons) || persons < 1 || persons > mostPersons) return 'not-a-number'
  if (group.unit === 'persons' && persons > 1) return 'one-person-each'
  const asked = isPart
    ? [{ questionId: has('question') ? questionOf(cell('question'), questions) : questions[0]?.id, text: cell('text') }]
    : cells.flatMap(({ role, text }) => (typeof role === 'object' ? [{ questionId: role.questionId, text }] : []))
  const lines: { questionId: string; text: string }[] = []
  for (const { questionId, text } of asked) {
    if (questionId === undefined) return 'unknown-question'
    const written = linesIn([text])
    const problem = written.map(problemOf).find(Boolean) ?? (text.includes('\ufffd') ? 'unacceptable-characters' : undefined)
    if (problem) return problem
    lines.push(...ideasOf(written).map((idea) => ({ questionId, text: idea })))
  }
  if (lines.length === 0) return 'empty'
  // A label is what staff call a note. Nobody's own answer is called anything.
  const label = group.unit === 'notes' ? cell('label') || null : null
  if (label && label.length > longestLabel) return 'label-too-long'
  if (label && problemOf(label)) return 'unacceptable-characters'
  return { answer: { line: row.line, groupId: group === own ? undefined : group.id, persons, label, lines }, id: cell('id'), isPart }
}

function hasTooManyLines({ lines }: FileAnswer): boolean {
  const counts = new Map<string, number>()
  for (const { questionId } of lines) counts.set(questionId, (counts.get(questionId) ?? 0) + 1)
  return Math.max(...counts.values()) > mostLinesOfSheet
}

function questionOf(name: string, questions: readonly Question[]): string | undefined {
  const role = roleOf(name, questions)
  return typeof role === 'object' ? role.questionId : undefined
}
