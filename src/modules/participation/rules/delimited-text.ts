export type DelimitedRow = {
  /** The line of the file that the row begins on; the first is 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** A quote was begun and never ended: where the row ends can't be known. */
  readonly unclosed: boolean
}

/**
 * Reads rows of cells as spreadsheets save them (RFC 4180): commas, semicolons or tabs between, quotes around what holds
 * them, quotes doubled inside quotes, any line end. Rows without content are left out. Nothing is ever reckoned: a cell
 * that looks like a formula is its text.
 *
 * @example
 * readDelimited('a;b\n"x;y";=1+1').map(({ cells }) => cells) // => [['a', 'b'], ['x;y', '=1+1']]
 */
export function readDelimited(text: string): DelimitedRow[] {
  return rowsBy(text, delimiterOf(text))
}

function rowsBy(text: string, delimiter: string): DelimitedRow[] {
  const rows: DelimitedRow[] = []
  let at = 0
  let line = 1
  while (at < text.length) {
    const row = { line, cells: [] as string[], unclosed: false }
    for (let more = true; more; ) {
      const cell = readCell(text, at, delimiter)
      row.cells.push(cell.text)
      row.unclosed ||= cell.unclosed
      line += linesWithin(text.slice(at, cell.end))
      at = cell.end
      more = text[at] === delimiter
      if (more) at += 1
    }
    if (at < text.length) line += 1
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row)
  }
  return rows
}

function readCell(text: string, from: number, delimiter: string): { text: string; end: number; unclosed: boolean } {
  if (text[from] !== '"') {
    const end = endOf(text, from, delimiter)
    return { text: text.slice(from, end), end, unclosed: false }
  }
  let at = from + 1
  let read = ''
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { text: read + text.slice(at), end: text.length, unclosed: true }
    read += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      // What stands between the ending quote and the delimiter is no part of any format; it is kept rather than lost.
      const end = endOf(text, quote + 1, delimiter)
      return { text: read + text.slice(quote + 1, end), end, unclosed: false }
    }
    read += '"'
    at = quote + 2
  }
}

function endOf(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at]
    if (sign === delimiter || sign === '\n' || sign === '\r') return at
  }
  return text.length
}

function linesWithin(text: string): number {
  return text.match(/\r\n|[\n\r]/g)?.length ?? 0
}

// How much of a text is looked at to tell what stands between its cells.
const [longestLook, rowsLooked] = [100_000, 20]

/** What stands between the cells: the one of the three by which most rows are as wide as the heading, and of those the one that makes it widest. */
function delimiterOf(text: string): string {
  const look = text.slice(0, longestLook)
  const found = [',', ';', '\t'].map((sign) => {
    const rows = rowsBy(look, sign).slice(0, rowsLooked)
    const width = rows[0]?.cells.length ?? 0
    return { sign, width, alike: width < 2 ? 0 : rows.filter(({ cells }) => cells.length === width).length / rows.length }
  })
  return found.sort((a, b) => b.alike - a.alike || b.width - a.width)[0]?.sign ?? ','
}
