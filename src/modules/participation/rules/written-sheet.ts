import { safeCell } from './safe-cell.ts'

/** A cell: a text, a number, or nothing. */
export type Cell = string | number | null
export type SheetRow = readonly Cell[]

/** How a sheet is written: for people as Swedish spreadsheets open it, for machines as RFC 4180 says. */
export type Dialect = 'people' | 'machine'

/** What a file begins with, so that a spreadsheet reads å, ä and ö. */
export const byteOrderMark = '\ufeff'

/** A row of delimited text with its line end. Texts that a spreadsheet would reckon are disarmed. */
export function delimitedRow(row: SheetRow, dialect: Dialect): string {
  const between = dialect === 'people' ? ';' : ','
  return `${row.map((cell) => quoted(written(cell, dialect), between)).join(between)}\r\n`
}

function written(cell: Cell, dialect: Dialect): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return safeCell(cell)
  return dialect === 'people' ? String(cell).replace('.', ',') : String(cell)
}

function quoted(text: string, between: string): string {
  return text.includes(between) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A row of a worksheet (SpreadsheetML), numbered from 1. Texts are texts and numbers numbers: nothing in it is a formula, unless it is saved as delimited text, so they are disarmed where others wrote them. */
export function worksheetRow(row: SheetRow, number: number, said: (text: string) => string = safeCell): string {
  const cells = row.map((cell, index) => {
    if (cell === null) return ''
    // The standard lets the address be left out; half of those who read it don't.
    const at = `r="${columnName(index)}${number}"`
    if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`
    // What looks like a sign by its number is read as one, unless its first line is written so.
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${inXml(said(cell)).replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')}</t></is></c>`
  })
  return `<row r="${number}">${cells.join('')}</row>`
}

/** What a spreadsheet calls a column: A to Z, then AA. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}

/** A text in XML. Signs that XML 1.0 can't hold are left out. */
export function inXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}
