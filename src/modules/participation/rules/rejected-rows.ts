import { byteOrderMark, delimitedRow } from './written-sheet.ts'

/** The column that is put last in a file of rows to mend, and left out again when it comes back. */
export const reasonsHeading = 'Varför raden inte lästes in'

/** What a row is known by, last of all: mended it is the same row. */
export const markHeading = 'Radens märke, ändra det inte'

/** The rows that could not be taken in as a file to mend: as they came, with the reasons and its mark after. What a spreadsheet would reckon is disarmed. */
export function* rejectedFile(names: readonly string[], rows: readonly { readonly cells: readonly string[]; readonly said: string; readonly mark: string }[]): Generator<string> {
  yield byteOrderMark + delimitedRow([...names, reasonsHeading, markHeading], 'people')
  // A sign that ends a file for many programs is shown as what it is: no letter.
  for (const { cells, said, mark } of rows) yield delimitedRow([...names.map((_, at) => (cells[at] ?? '').replaceAll('\u0000', '\ufffd')), said, mark], 'people')
}
