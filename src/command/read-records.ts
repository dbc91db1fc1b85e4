import { basename } from 'node:path'
import { RefusedInput } from './refused-input.ts'
import { scanTable } from './scan-table.ts'

export type Records = {
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly line: number; readonly values: readonly string[] }[]
}

const mostRows = 5_000_000

/** Reads a whole file of rows as text. Throws RefusedInput where a wanted column is not there, a row has too many or too few, or there are no rows. */
export function readRecords(path: string, wanted: readonly string[] = []): Records {
  const [file, rows] = [basename(path), [] as { line: number; values: string[] }[]]
  let columns: readonly string[] = []
  scanTable(
    path,
    (names) => {
      columns = names
      const missing = wanted.filter((name) => !names.includes(name))
      if (missing.length > 0) throw new RefusedInput(`${file}, rad 1: kolumnen ${missing.join(' och ')} saknas. Filen har kolumnerna ${names.slice(0, 20).join(', ')}.`)
      const twice = names.find((name, at) => names.indexOf(name) !== at)
      if (twice !== undefined) throw new RefusedInput(`${file}, rad 1: kolumnen ${twice} finns två gånger.`)
    },
    (row) => {
      if (row.fields !== columns.length) throw new RefusedInput(`${file}, rad ${row.line}: raden har ${row.fields} kolumner, men rubrikraden har ${columns.length}.`)
      if (rows.length === mostRows) throw new RefusedInput(`${file}, rad ${row.line}: filen har fler än ${mostRows} rader.`)
      rows.push({ line: row.line, values: Array.from({ length: row.fields }, (_, field) => row.text(field).trim()) })
    },
  )
  if (rows.length === 0) throw new RefusedInput(`${file} har inga rader under rubriken.`)
  return { file, columns, rows }
}

/** The number in a field, written with a point or a comma. Throws RefusedInput with line and column for what is none, or is below `least`. */
export function numberIn({ file, columns }: Records, row: Records['rows'][number], column: string, least = -Infinity): number {
  const at = columns.indexOf(column)
  const text = row.values[at] ?? ''
  const value = Number(text.replace(',', '.').replaceAll(/[\s\u00a0]/g, ''))
  if (text === '' || !Number.isFinite(value)) throw new RefusedInput(`${file}, rad ${row.line}, kolumn ${at + 1} (${column}): ”${text.slice(0, 40)}” är inget tal.`)
  if (value < least) throw new RefusedInput(`${file}, rad ${row.line}, kolumn ${at + 1} (${column}): ${text} är mindre än ${least}.`)
  return value
}

export function textIn({ columns }: Records, row: Records['rows'][number], column: string): string {
  return row.values[columns.indexOf(column)] ?? ''
}
