import { fileFormats } from '#participation'
import { codingColumns, suggestionCells } from './exchange-words.ts'
import type { Exchange, FileReading, Rejected, RejectReason } from './rules/exchange.ts'
import { placeFrom, withPlainLines } from './rules/text-places.ts'
import { stanceWords } from './words.ts'

export type SheetFault = Exclude<ReturnType<typeof fileFormats.readSheet>, object> | 'no-columns'

/** Codings in a sheet (CSV or XLSX), one a row, as readings of statements of ours; what can't be used is told by its row. */
export function readCodingSheet(bytes: Uint8Array, textOf: (id: string) => string | undefined): Exchange | SheetFault {
  const sheet = fileFormats.readSheet(bytes)
  if (typeof sheet === 'string') return sheet
  const at = new Map(sheet.names.map((name, index) => [name.trim().toLowerCase(), index]))
  if (!at.has(codingColumns.statement) || !at.has(codingColumns.theme)) return 'no-columns'
  const readings: FileReading[] = []
  const rejected: Rejected[] = []
  const [known, foreign] = [new Set<string>(), new Set<string>()]
  for (const { line, cells, broken } of sheet.rows) {
    const cell = (name: string) => fileFormats.readSafeCell(cells[at.get(name) ?? -1] ?? '')
    const statementId = cell(codingColumns.statement).trim().toLowerCase()
    const text = textOf(statementId)
    const reject = (reason: RejectReason) => rejected.push({ where: `Rad ${line}`, reason, ...(text !== undefined && { statementId }) })
    if (text === undefined) foreign.add(statementId)
    else known.add(statementId)
    const read = broken ? 'broken-row' : text === undefined ? 'unknown-statement' : readRow(cell, text)
    if (typeof read === 'string') reject(read)
    else if (read && text !== undefined) readings.push({ ...read, statementId, length: text.length })
  }
  return { codes: [], readings, rejected, memos: [], setAsides: [], quotes: [], foreign: foreign.size, known: known.size }
}

/** A row; nothing for one without a theme, which is a statement that nobody has read yet. */
function readRow(cell: (name: string) => string, text: string): RejectReason | Omit<FileReading, 'statementId' | 'length'> | undefined {
  const code = cell(codingColumns.theme).trim()
  if (code === '') return undefined
  const written = cell(codingColumns.text)
  const stance = wordIn(stanceWords, cell(codingColumns.stance))
  const suggestion = wordIn(suggestionCells, cell(codingColumns.suggestion))
  if (stance === 'unknown') return 'unknown-stance'
  if (suggestion === 'unknown') return 'unknown-suggestion'
  const [start, end] = [cell(codingColumns.from).trim(), cell(codingColumns.to).trim()]
  if (start === '' && end === '') return { code, stance, suggestion: suggestion ?? 'none', from: null, to: null }
  // Places mean nothing in another text.
  if (written !== '' && withPlainLines(written) !== withPlainLines(text)) return 'other-text'
  const [from, to] = [start, end].map((said) => (/^\d{1,7}$/.test(said) ? placeFrom(withPlainLines(text), text, Number(said)) : undefined))
  if (from === undefined || to === undefined || to <= from) return 'bad-span'
  return { code, stance, suggestion: suggestion ?? 'none', from, to }
}

function wordIn<Key extends string>(words: Readonly<Record<Key, string>>, said: string): Key | null | 'unknown' {
  const asked = said.trim().toLowerCase()
  if (asked === '') return null
  return (Object.keys(words) as Key[]).find((key) => key === asked || words[key].toLowerCase() === asked) ?? 'unknown'
}
