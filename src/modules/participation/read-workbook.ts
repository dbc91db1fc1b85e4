import { dayOfSerial, isDayFormat } from './rules/day-of-serial.ts'
import { DeclaresTypes, xmlPieces } from './rules/xml-pieces.ts'
import { unzipFiles, type ZipFault } from './unzip-files.ts'

export type SheetOfCells = { readonly name: string; readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[] }
export type WorkbookFault = ZipFault | 'not-a-workbook' | 'declares-types' | 'too-many-rows'

const mostUnpacked = 40 * 1024 * 1024
const mostCells = 1_000_000
const mostColumns = 1000

/**
 * Reads a workbook (XLSX) as texts, sheet by sheet: what a formula came to when it was saved, never the formula; days as 2026-11-23, with the time where
 * there is one. Rows without content are left out. `wanted` says which sheets; without it only the first is read.
 */
export function readWorkbook(bytes: Uint8Array, wanted?: readonly string[]): readonly SheetOfCells[] | WorkbookFault {
  const files = unzipFiles(bytes, (name) => /^xl\/(?:workbook|sharedStrings|styles)\.xml$|^xl\/_rels\/workbook\.xml\.rels$|^xl\/worksheets\/[^/]+\.xml$/.test(name), mostUnpacked)
  if (typeof files === 'string') return files
  const part = (name: string) => files.get(name)?.toString('utf8') ?? ''
  if (!files.has('xl/workbook.xml')) return 'not-a-workbook'
  try {
    const targets = new Map([...elements(part('xl/_rels/workbook.xml.rels'), 'Relationship')].map(({ Id = '', Target = '' }) => [Id, Target.replace(/^\/?xl\//, '')]))
    const sheets = [...elements(part('xl/workbook.xml'), 'sheet')].map((sheet) => ({ name: sheet.name ?? '', file: `xl/${targets.get(sheet['r:id'] ?? '') ?? ''}` }))
    const chosen = wanted ? sheets.filter(({ name }) => wanted.includes(name.trim().toLowerCase())) : sheets.slice(0, 1)
    const said = {
      texts: sharedTexts(part('xl/sharedStrings.xml')),
      days: dayStyles(part('xl/styles.xml')),
      since1904: isSince1904(part('xl/workbook.xml')),
      left: mostCells,
      signsLeft: mostUnpacked,
    }
    return chosen.map(({ name, file }) => ({ name: name.trim().toLowerCase(), rows: rowsOf(part(file), said) }))
  } catch (fault) {
    if (fault instanceof DeclaresTypes) return 'declares-types'
    if (fault instanceof TooManyCells) return 'too-many-rows'
    if (fault instanceof TooManySigns) return 'too-large-unpacked'
    throw fault
  }
}

class TooManyCells extends Error {}
class TooManySigns extends Error {}
type Said = { readonly texts: readonly string[]; readonly days: ReadonlySet<number>; readonly since1904: boolean; left: number; signsLeft: number }

function* elements(xml: string, name: string): Generator<Readonly<Record<string, string>>> {
  for (const piece of xmlPieces(xml)) if (piece.is === 'open' && piece.name === name) yield piece.attributes
}

function isSince1904(xml: string): boolean {
  return [...elements(xml, 'workbookPr')].some(({ date1904 }) => date1904 === '1' || date1904 === 'true')
}

/** The texts that cells point at. How a word is read aloud (`rPh`) is no part of it. */
function sharedTexts(xml: string): string[] {
  const texts: string[] = []
  let [isText, aloud] = [false, 0]
  for (const piece of xmlPieces(xml)) {
    if (piece.is === 'text') {
      if (isText && aloud === 0) texts.push((texts.pop() ?? '') + piece.text)
    } else if (piece.name === 'si' && piece.is === 'open') texts.push('')
    else if (piece.name === 't') isText = piece.is === 'open'
    else if (piece.name === 'rPh') aloud += piece.is === 'open' ? 1 : -1
  }
  return texts.map(unescaped)
}

/** Which styles of cells are days or times. */
function dayStyles(xml: string): Set<number> {
  const own = new Map([...elements(xml, 'numFmt')].map(({ numFmtId, formatCode = '' }) => [Number(numFmtId), formatCode]))
  const days = new Set<number>()
  let [isCell, index] = [false, 0]
  for (const piece of xmlPieces(xml)) {
    if (piece.is === 'text') continue
    if (piece.name === 'cellXfs') isCell = piece.is === 'open'
    else if (isCell && piece.name === 'xf' && piece.is === 'open') {
      const format = Number(piece.attributes.numFmtId)
      if (isDayFormat(format, own.get(format))) days.add(index)
      index++
    }
  }
  return days
}

function rowsOf(xml: string, said: Said): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = []
  let [line, cells, at, kind, style, value, isValue] = [0, [] as string[], -1, '', -1, '', false]
  for (const piece of xmlPieces(xml)) {
    if (piece.is === 'text') {
      if (isValue) value += piece.text
    } else if (piece.name === 'row') {
      if (piece.is === 'open') [line, cells, at] = [Number(piece.attributes.r) || line + 1, [], -1]
      else if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: Array.from(cells, (cell) => cell ?? '') })
    } else if (piece.name === 'c') {
      if (piece.is === 'open') {
        at = columnOf(piece.attributes.r) ?? at + 1
        if (at >= mostColumns || --said.left < 0) throw new TooManyCells()
        ;[kind, style, value] = [piece.attributes.t ?? 'n', Number(piece.attributes.s ?? -1), '']
      } else if (value !== '') {
        while (cells.length < at) cells.push('')
        const text = textOf(kind, style, value, said)
        // A text that many cells point at is as much as if each had its own.
        said.signsLeft -= text.length
        if (said.signsLeft < 0) throw new TooManySigns()
        cells[at] = text
      }
    } else if (piece.name === 'v' || piece.name === 't') isValue = piece.is === 'open'
  }
  return rows
}

function textOf(kind: string, style: number, value: string, { texts, days, since1904 }: Said): string {
  if (kind === 's') return texts[Number(value)] ?? ''
  if (kind === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (kind !== 'n') return unescaped(value)
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  return days.has(style) ? dayOfSerial(number, since1904) : String(number)
}

/** A column by its letters: A is the first. */
function columnOf(address = ''): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(address)?.[0]
  return letters === undefined ? undefined : [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Signs that a workbook writes by number, for XML can't hold them or would change them. */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
