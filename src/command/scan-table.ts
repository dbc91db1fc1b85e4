import { closeSync, openSync, readSync } from 'node:fs'
import { RefusedInput } from './refused-input.ts'

/** One row of a file, as bytes: read a field only when it is needed. Good until the next row. */
export type Row = {
  readonly line: number
  readonly fields: number
  text(field: number): string
  /** A whole number of at most nine digits, written without sign, space or leading zero; else -1. */
  digits(field: number): number
  isEmpty(field: number): boolean
}

const newline = 10
const carriageReturn = 13
const quote = 34
const readAtOnce = 4 << 20
const longestRow = 64 << 20

/**
 * Reads a file of rows with comma, semicolon or tab between fields, in pieces: also one that is larger than the memory. The
 * separator is the one there is most of in the first line. Quoted fields, BOM and CRLF are read as they are meant.
 * Throws RefusedInput for a file that is empty, is not text in UTF-8, or has a row over 64 MB.
 */
export function scanTable(path: string, onHeader: (names: readonly string[]) => void, onRow: (row: Row) => void): void {
  const file = openSync(path, 'r')
  try {
    const scanner = newScanner(path, file)
    if (!scanner.next()) throw new RefusedInput(`${path} är tom.`)
    const names = Array.from({ length: scanner.row.fields }, (_, field) => scanner.row.text(field).trim())
    if (names.some((name) => name.includes('\0') || name.includes('\uFFFD'))) throw new RefusedInput(`${path}, rad 1: filen är inte text i UTF-8.`)
    onHeader(names)
    while (scanner.next()) onRow(scanner.row)
  } finally {
    closeSync(file)
  }
}

function newScanner(path: string, file: number) {
  let buffer = Buffer.allocUnsafe(readAtOnce)
  let [position, length, line, isAtEnd, separator] = [0, 0, 0, false, 0]
  let linesInRow = 0
  const [starts, ends, quoted] = [[] as number[], [] as number[], [] as boolean[]]
  let fields = 0

  const row: Row & { line: number; fields: number } = {
    line: 0,
    fields: 0,
    text: (field) => {
      if (field >= fields) return ''
      const text = buffer.toString('utf8', starts[field], ends[field])
      return quoted[field] ? text.replaceAll('""', '"') : text
    },
    digits: (field) => {
      const [from, until] = [starts[field] as number, ends[field] as number]
      if (field >= fields || until === from || until - from > 9 || (buffer[from] === 48 && until - from > 1)) return -1
      let value = 0
      for (let at = from; at < until; at++) {
        const digit = (buffer[at] as number) - 48
        if (digit < 0 || digit > 9) return -1
        value = value * 10 + digit
      }
      return value
    },
    isEmpty: (field) => field >= fields || starts[field] === ends[field],
  }

  const fill = (): boolean => {
    if (isAtEnd) return false
    if (position > 0) {
      buffer.copyWithin(0, position, length)
      length -= position
      position = 0
    }
    if (length === buffer.length) {
      if (length >= longestRow) throw new RefusedInput(`${path}, rad ${line + 1}: raden är längre än 64 MB.`)
      const larger = Buffer.allocUnsafe(buffer.length * 2)
      buffer.copy(larger, 0, 0, length)
      buffer = larger
    }
    const read = readSync(file, buffer, length, buffer.length - length, null)
    length += read
    isAtEnd = read === 0
    return read > 0
  }

  /** Tries to read one row from where we stand; false when the bytes at hand end before it does. */
  const parse = (): boolean => {
    fields = 0
    linesInRow = 1
    let at = position
    for (;;) {
      let from = at
      let isQuoted = false
      let until: number
      if (buffer[at] === quote && at < length) {
        isQuoted = true
        from = ++at
        for (;;) {
          while (at < length && buffer[at] !== quote) if (buffer[at++] === newline) linesInRow++
          if (at >= length) return false
          if (at + 1 >= length && !isAtEnd) return false
          if (buffer[at + 1] !== quote || at + 1 >= length) break
          at += 2
        }
        until = at++
        while (at < length && buffer[at] !== separator && buffer[at] !== newline) at++
      } else {
        while (at < length && buffer[at] !== separator && buffer[at] !== newline) at++
        until = at
      }
      if (at >= length && !isAtEnd) return false
      const isLast = at >= length || buffer[at] === newline
      if (isLast && !isQuoted && until > from && buffer[until - 1] === carriageReturn) until--
      starts[fields] = from
      ends[fields] = until
      quoted[fields++] = isQuoted
      at++
      if (isLast) {
        position = Math.min(at, length)
        return true
      }
    }
  }

  const next = (): boolean => {
    if (line === 0 && separator === 0) begin()
    for (;;) {
      while (position >= length) if (!fill()) return false
      while (!parse()) {
        if (fill()) continue
        if (isAtEnd && buffer[position] === quote) throw new RefusedInput(`${path}, rad ${line + 1}: ett citattecken öppnas och stängs aldrig.`)
        if (parse()) break
        throw new RefusedInput(`${path}, rad ${line + 1}: ett citattecken öppnas och stängs aldrig.`)
      }
      row.line = line + 1
      line += linesInRow
      row.fields = fields
      // A line with nothing on it is no row.
      if (fields > 1 || starts[0] !== ends[0]) return true
    }
  }

  const begin = () => {
    fill()
    if (length >= 3 && buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) position = 3
    const counts = [44, 59, 9].map((byte) => ({ byte, count: 0 }))
    for (let at = position; at < length && buffer[at] !== newline; at++) for (const each of counts) if (buffer[at] === each.byte) each.count++
    separator = counts.reduce((best, each) => (each.count > best.count ? each : best)).byte
  }
  return { next, row }
}
