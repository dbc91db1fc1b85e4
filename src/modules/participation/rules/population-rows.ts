import { overlapping, readSpan, sayShort } from './age-span.ts'
import { keyOf, type PopulationCell, populationOf, type Sex } from './population.ts'

/** A number of a table as it is written. `at` is the line of a file, or the number of a value. */
export type WrittenCell = { readonly at: number; readonly place: string; readonly age: string; readonly sex: string; readonly count: string }
export type TableProblem = {
  readonly at: number
  readonly problem:
    | 'not-an-age'
    | 'not-a-sex'
    | 'no-count'
    | 'not-whole'
    | 'twice'
    | 'relation-crossed'
    | 'overlapping'
    | 'nothing'
    | 'no-count-column'
    | 'unknown-column'
    | 'column-twice'
    | 'too-many-cells'
    | 'unclosed-quote'
    | 'too-long'
    | 'not-json-stat'
    | 'wrong-size'
    | 'unknown-dimension'
  readonly text: string
}
export type TableReading = { readonly cells: readonly PopulationCell[]; readonly problems: readonly TableProblem[]; readonly area: string | null }

const everywhere = /^(totalt?|samtliga|alla|hela kommunen|hela riket|kommunen|total|all)\b/
const longestName = 120
const mostPersons = 20_000_000

/**
 * The cells of a table, or what is wrong with it: one bad line and nothing is taken in, for a table with a hole in it says something else. A table
 * of one place only is of the whole area, whose name is told.
 */
export function readCells(written: readonly WrittenCell[]): TableReading {
  const problems: TableProblem[] = []
  const cells: PopulationCell[] = []
  const seen = new Set<string>()
  for (const row of written) {
    const read = readCell(row)
    if ('problem' in read) problems.push({ at: row.at, ...read })
    else if (seen.has(keyOf(read))) problems.push({ at: row.at, problem: 'twice', text: [row.place, row.age, row.sex].filter(Boolean).join(', ') })
    else cells.push(read)
    if (!('problem' in read)) seen.add(keyOf(read))
  }
  const { places, spans } = populationOf(cells)
  const [one, other] = overlapping(spans) ?? []
  if (one && other) problems.push({ at: 0, problem: 'overlapping', text: `${sayShort(one)}, ${sayShort(other)}` })
  if (cells.length === 0 && problems.length === 0) problems.push({ at: 0, problem: 'nothing', text: '' })
  const area = places.length === 1 && !cells.some(({ place }) => place === null) ? (places[0] ?? null) : null
  return { cells: problems.length > 0 ? [] : area === null ? cells : cells.map((cell) => ({ ...cell, place: null })), problems, area }
}

function readCell({ place: where, age, sex: who, count: many }: WrittenCell): PopulationCell | Wrong {
  const place = readName(where)
  if (typeof place === 'object') return place
  const span = readSpan(age)
  if (!span) return { problem: 'not-an-age', text: age }
  const sex = readSex(who)
  if (sex === undefined) return { problem: 'not-a-sex', text: who }
  const count = readCount(many)
  if (typeof count === 'object') return count
  return { place: isEverybody(place) ? null : place, span: span === 'all' ? null : span, sex, count }
}

type Wrong = Pick<TableProblem, 'problem' | 'text'>

/** A name as it is stored, or that it is too long. */
export function readName(text: string): string | Wrong {
  const name = text.trim().replaceAll(/\s+/g, ' ').normalize('NFC')
  return name.length > longestName ? { problem: 'too-long', text: name.slice(0, 40) } : name
}

/** Whether a name is of no part: nothing, or a total. */
export function isEverybody(name: string): boolean {
  return name === '' || everywhere.test(name.toLowerCase())
}

/** A whole number of persons, or what is wrong with it. */
export function readCount(many: string): number | Wrong {
  const number = many
    .trim()
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
  if (!/^\d+(\.\d+)?$/.test(number)) return { problem: 'no-count', text: many }
  const count = Number(number)
  return !Number.isInteger(count) || count > mostPersons ? { problem: 'not-whole', text: many } : count
}

/** Women, men, or `null` for all; nothing when it is neither. */
export function readSex(text: string): Sex | null | undefined {
  const plain = text.trim().toLowerCase()
  if (plain === '' || /^(totalt?|samtliga|alla|båda|total|all|both)\b/.test(plain)) return null
  if (/^(kvinna|kvinnor|k|kv|flicka|flickor|woman|women|female|females)$/.test(plain)) return 'women'
  return /^(man|män|m|pojke|pojkar|men|male|males)$/.test(plain) ? 'men' : undefined
}
