import { byteOrderMark, delimitedRow } from './written-sheet.ts'

/** The column that is put last in a file of rows to mend, and left out again when it comes back. */
export const reasonsHeading = 'Varför raden inte lästes in'

/** The rows that could not be taken in as a file to mend: as they came, with the reasons after. What a spreadsheet would reckon is disarmed. */
export function* rejectedFile(names: readonly string[], rows: readonly { readonly cells: readonly string[]; readonly said: string }[]): Generator<string> {
  yield byteOrderMark + delimitedRow([...names, reasonsHeading], 'people')
  // A sign that ends a file for many programs is shown as what it is: no letter.
  for (const { cells, said } of rows) yield delimitedRow([...names.map((_, at) => (cells[at] ?? '').replaceAll('\u0000', '\ufffd')), said], 'people')
}
