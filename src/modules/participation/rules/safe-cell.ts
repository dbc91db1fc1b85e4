// Spreadsheets reckon what begins so, also after spaces, quotes and signs that aren't seen, and also in full width.
const reckoned = /^[\s'"\u0000-\u001f\u00a0\u200b-\u200f\u2060\ufeff\u2018\u2019\u201c\u201d]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]/
const beginsUnseen = /^'*[\t\r\n]/

/**
 * A text as a cell of a sheet that never reckons it: an apostrophe is put before what a spreadsheet might take for a formula. Numbers are no texts,
 * and are written as they are.
 *
 * @example
 * safeCell('=1+1') // => "'=1+1"
 * safeCell('Mer skog') // => 'Mer skog'
 */
export function safeCell(text: string): string {
  return isReckoned(text) ? `'${text}` : text
}

/** The text that a safe cell was made of. Nothing is lost: what had an apostrophe of its own keeps it. */
export function readSafeCell(cell: string): string {
  return cell.startsWith("'") && isReckoned(cell.slice(1)) ? cell.slice(1) : cell
}

function isReckoned(text: string): boolean {
  return reckoned.test(text) || beginsUnseen.test(text)
}
