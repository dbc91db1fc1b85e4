import { readWorkbook, type SheetOfCells, type WorkbookFault } from './read-workbook.ts'
import { decodeFile } from './rules/answer-file.ts'
import { readDelimited } from './rules/delimited-text.ts'
import { markHeading, reasonsHeading } from './rules/rejected-rows.ts'
import { readSafeCell } from './rules/safe-cell.ts'

export type SheetLine = {
  readonly line: number
  readonly cells: readonly string[]
  readonly broken?: 'unclosed-quote' | 'too-many-cells' | undefined
  readonly mark?: string | undefined
}
export type AnswerSheet = { readonly names: readonly string[]; readonly rows: readonly SheetLine[] }
export type SheetFault = WorkbookFault | 'old-workbook' | 'not-text' | 'nothing-in-it' | 'too-many-columns' | 'too-many-rows'

const mostRows = 20_000
const mostColumns = 300

/**
 * Reads a file of answers as the systems that made it save it: a workbook (XLSX), or text with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252.
 * Its first row is the headings. Nothing is reckoned and nothing is mended: a row that can't be read is told.
 */
export function readSheet(bytes: Uint8Array): AnswerSheet | SheetFault {
  const rows = bytes[0] === 0x50 && bytes[1] === 0x4b ? rowsOfWorkbook(bytes) : rowsOfText(bytes)
  if (typeof rows === 'string') return rows
  const [heading, ...answers] = rows
  if (!heading || answers.length === 0 || heading.broken) return 'nothing-in-it'
  const names = heading.cells.map((name) => name.replaceAll(/\s+/g, ' ').trim())
  if (names.length > mostColumns) return 'too-many-columns'
  if (answers.length > mostRows) return 'too-many-rows'
  // A file that was disarmed here is armed again; any other says what it says.
  const isOurs = names.includes(reasonsHeading) || names.includes('_version') || names.includes('Formulärets version')
  const kept = names.flatMap((name, at) => (name === reasonsHeading || name === markHeading ? [] : [at]))
  const markAt = names.includes(reasonsHeading) ? names.indexOf(markHeading) : -1
  const cellOf = (cells: readonly string[], at: number) => (isOurs ? readSafeCell(cells[at] ?? '') : (cells[at] ?? ''))
  return {
    names: kept.map((at) => (isOurs ? readSafeCell(names[at] ?? '') : (names[at] ?? ''))),
    rows: answers.map(({ line, cells, broken }) => ({
      line,
      cells: kept.map((at) => cellOf(cells, at)),
      mark: markAt < 0 ? undefined : readMark(cellOf(cells, markAt)),
      broken: broken ?? (cells.slice(names.length).some((cell) => cell.trim() !== '') ? 'too-many-cells' : undefined),
    })),
  }
}

// As this system writes it (`hashRow`); anything else is none.
const readMark = (cell: string) => (/^[\w-]{43}$/.test(cell.trim()) ? cell.trim() : undefined)

function rowsOfWorkbook(bytes: Uint8Array): readonly SheetLine[] | SheetFault {
  const sheets = readWorkbook(bytes)
  return typeof sheets === 'string' ? sheets : ((sheets as readonly SheetOfCells[])[0]?.rows ?? [])
}

function rowsOfText(bytes: Uint8Array): readonly SheetLine[] | SheetFault {
  // How spreadsheets before 2007 are saved, and workbooks with a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11) return 'old-workbook'
  const text = textOf(bytes)
  return text === undefined ? 'not-text' : readDelimited(text).map(({ line, cells, unclosed }) => ({ line, cells, broken: unclosed ? 'unclosed-quote' : undefined }))
}

/** A text; what is not UTF-8 is read as Swedish Windows wrote it, unless it holds what no text does. */
function textOf(bytes: Uint8Array): string | undefined {
  const text = decodeFile(bytes)
  if (text !== undefined) return withoutHint(text)
  const older = new TextDecoder('windows-1252').decode(bytes)
  return /[\u0000-\u0008\u000e-\u001f\u0081\u008d\u008f\u0090\u009d]/.test(older) ? undefined : withoutHint(older)
}

// Excel's own line about what stands between the cells.
const withoutHint = (text: string) => text.replace(/^sep=.(?:\r\n|[\r\n])/i, '')
