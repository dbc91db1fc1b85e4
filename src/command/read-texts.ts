import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { RefusedInput } from './refused-input.ts'
import { scanTable } from './scan-table.ts'

export type NamedTexts = { readonly ids: readonly string[]; readonly texts: readonly string[] }

const mostTexts = 1_000_000
const largestJsonl = 500 << 20

/** Reads texts from CSV or JSONL: the column with the text, and the one with the id (the row's number when there is none). Empty texts are kept, so that every id is answered for. */
export function readTexts(path: string, { column, id }: { column: string; id?: string | undefined }): NamedTexts {
  const read = /\.(jsonl|ndjson|json)$/i.test(path) ? readJsonl(path, column, id) : readCsv(path, column, id)
  if (read.texts.length === 0) throw new RefusedInput(`${basename(path)} har inga texter.`)
  const seen = new Set<string>()
  for (const each of read.ids) {
    if (seen.has(each)) throw new RefusedInput(`${basename(path)}: id ${each} finns två gånger.`)
    seen.add(each)
  }
  return read
}

function readCsv(path: string, column: string, id: string | undefined): NamedTexts {
  const [file, ids, texts] = [basename(path), [] as string[], [] as string[]]
  let [textAt, idAt, width] = [-1, -1, 0]
  scanTable(
    path,
    (names) => {
      width = names.length
      textAt = names.indexOf(column)
      idAt = id === undefined ? names.indexOf('id') : names.indexOf(id)
      if (textAt < 0 || (id !== undefined && idAt < 0))
        throw new RefusedInput(`${file}, rad 1: kolumnen ${textAt < 0 ? column : id} saknas. Filen har kolumnerna ${names.slice(0, 20).join(', ')}.`)
    },
    (row) => {
      if (row.fields !== width) throw new RefusedInput(`${file}, rad ${row.line}: raden har ${row.fields} kolumner, men rubrikraden har ${width}.`)
      if (texts.length === mostTexts) throw new RefusedInput(`${file}, rad ${row.line}: filen har fler än ${mostTexts} texter.`)
      const name = idAt < 0 ? String(texts.length + 1) : row.text(idAt).trim()
      if (name === '') throw new RefusedInput(`${file}, rad ${row.line}, kolumn ${idAt + 1}: id saknas.`)
      ids.push(name)
      texts.push(row.text(textAt))
    },
  )
  return { ids, texts }
}

function readJsonl(path: string, column: string, id: string | undefined): NamedTexts {
  const file = basename(path)
  const { size } = statSync(path)
  if (size > largestJsonl) throw new RefusedInput(`${file} är ${Math.round(size / 1e6)} MB. JSONL läses upp till ${Math.round(largestJsonl / 1e6)} MB; spara den som CSV.`)
  const [ids, texts] = [[] as string[], [] as string[]]
  for (const [at, line] of readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue
    const value = parsed(line, `${file}, rad ${at + 1}`)
    const text = value[column]
    if (typeof text !== 'string') throw new RefusedInput(`${file}, rad ${at + 1}: fältet ${column} saknas eller är ingen text.`)
    const name = value[id ?? 'id'] ?? (id === undefined ? texts.length + 1 : undefined)
    if (typeof name !== 'string' && typeof name !== 'number') throw new RefusedInput(`${file}, rad ${at + 1}: fältet ${id} saknas.`)
    ids.push(String(name))
    texts.push(text)
  }
  return { ids, texts }
}

function parsed(line: string, where: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Told below, with its line.
  }
  throw new RefusedInput(`${where}: raden är inte JSON.`)
}
