import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { RefusedInput } from './refused-input.ts'
import { scanTable } from './scan-table.ts'

export type NamedTexts = {
  readonly ids: readonly string[]
  readonly texts: readonly string[]
  /** By the name of an extra column, what each row says there. */
  readonly extra: Readonly<Record<string, readonly string[]>>
}

export type TextColumns = { readonly column: string; readonly id?: string | undefined; readonly extra?: readonly string[] }

const mostTexts = 1_000_000
const largestJsonl = 500 << 20
// Far more than a person writes in a form; a whole book is refused with its line.
const longestText = 1_000_000
// All of them are held in memory at once.
const mostLetters = 400_000_000

/** Reads texts from CSV or JSONL: the column with the text, the one with the id (the row's number when there is none) and others asked for. Empty texts are kept, so that every id is answered for. */
export function readTexts(path: string, { column, id, extra = [] }: TextColumns): NamedTexts {
  const read = /\.(jsonl|ndjson|json)$/i.test(path) ? readJsonl(path, column, id, extra) : readCsv(path, column, id, extra)
  if (read.texts.length === 0) throw new RefusedInput(`${basename(path)} har inga texter.`)
  const seen = new Set<string>()
  for (const each of read.ids) {
    if (seen.has(each)) throw new RefusedInput(`${basename(path)}: id ${each} finns två gånger.`)
    seen.add(each)
  }
  return read
}

function gathered(file: string, names: readonly string[]) {
  const [ids, texts, extra] = [[] as string[], [] as string[], Object.fromEntries(names.map((name) => [name, [] as string[]]))]
  let letters = 0
  return {
    add(line: number, id: string | undefined, text: string, more: (name: string) => string) {
      if (texts.length === mostTexts) throw new RefusedInput(`${file}, rad ${line}: filen har fler än ${mostTexts} texter.`)
      if (text.length > longestText) throw new RefusedInput(`${file}, rad ${line}: texten är ${text.length} tecken lång. Längst är ${longestText}.`)
      letters += text.length
      if (letters > mostLetters) throw new RefusedInput(`${file}, rad ${line}: filen har mer än ${mostLetters} tecken text. Dela den.`)
      ids.push(id ?? String(texts.length + 1))
      texts.push(text)
      for (const name of names) extra[name]?.push(more(name))
    },
    done: (): NamedTexts => ({ ids, texts, extra }),
  }
}

function readCsv(path: string, column: string, id: string | undefined, extra: readonly string[]): NamedTexts {
  const file = basename(path)
  const rows = gathered(file, extra)
  let [textAt, idAt, width] = [-1, -1, 0]
  let extraAt = new Map<string, number>()
  scanTable(
    path,
    (names) => {
      width = names.length
      textAt = names.indexOf(column)
      idAt = names.indexOf(id ?? 'id')
      extraAt = new Map(extra.map((name) => [name, names.indexOf(name)]))
      const missing = textAt < 0 ? column : id !== undefined && idAt < 0 ? id : extra.find((name) => (extraAt.get(name) ?? -1) < 0)
      if (missing !== undefined) throw new RefusedInput(`${file}, rad 1: kolumnen ${missing} saknas. Filen har kolumnerna ${names.slice(0, 20).join(', ')}.`)
    },
    (row) => {
      if (row.fields !== width) throw new RefusedInput(`${file}, rad ${row.line}: raden har ${row.fields} kolumner, men rubrikraden har ${width}.`)
      const name = idAt < 0 ? undefined : row.text(idAt).trim()
      if (name === '') throw new RefusedInput(`${file}, rad ${row.line}, kolumn ${idAt + 1}: id saknas.`)
      rows.add(row.line, name, row.text(textAt), (each) => row.text(extraAt.get(each) as number).trim())
    },
  )
  return rows.done()
}

function readJsonl(path: string, column: string, id: string | undefined, extra: readonly string[]): NamedTexts {
  const file = basename(path)
  const { size } = statSync(path)
  if (size > largestJsonl) throw new RefusedInput(`${file} är ${Math.round(size / 1e6)} MB. JSONL läses upp till ${Math.round(largestJsonl / 1e6)} MB; spara den som CSV.`)
  const rows = gathered(file, extra)
  for (const [at, line] of readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue
    const where = `${file}, rad ${at + 1}`
    const value = parsed(line, where)
    const text = value[column]
    if (typeof text !== 'string') throw new RefusedInput(`${where}: fältet ${column} saknas eller är ingen text.`)
    const name = value[id ?? 'id']
    const isName = typeof name === 'string' || typeof name === 'number'
    if (!isName && (id !== undefined || name !== undefined)) throw new RefusedInput(`${where}: fältet ${id ?? 'id'} saknas eller är inget id.`)
    rows.add(at + 1, isName ? String(name) : undefined, text, (each) => {
      const more = value[each]
      if (typeof more !== 'string' && typeof more !== 'number') throw new RefusedInput(`${where}: fältet ${each} saknas eller är ingen text.`)
      return String(more)
    })
  }
  return rows.done()
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
