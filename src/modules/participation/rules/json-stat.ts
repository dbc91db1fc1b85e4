import { readCells, type TableProblem, type TableReading, type WrittenCell } from './population-rows.ts'

type Role = 'place' | 'age' | 'sex' | 'count'
type Read = TableReading & { readonly source: string | null; readonly note: string | null }
type Dimension = { readonly id: string; readonly label: string; readonly labels: readonly string[] }

const mostValues = 100_000

/**
 * Reads a table in JSON-stat 2, as statistical offices give it: values in one row, the last dimension fastest. Region, age and sex are known by their
 * names; of several times the last is taken; a dimension with one category says nothing. Another dimension is refused by its name.
 */
export function readJsonStat(text: string, roleOf: (name: string) => Role | undefined): Read {
  const table = parsed(text)
  const dimensions = table && dimensionsOf(table)
  if (!table || !dimensions) return refused('not-json-stat', '')
  const size = dimensions.reduce((product, { labels }) => product * labels.length, 1)
  const values = valuesOf(table.value)
  if (size === 0 || size > mostValues || (Array.isArray(table.value) && table.value.length !== size)) return refused('wrong-size', String(size))
  const isTime = (id: string) => stringsIn(objectIn(table.role).time).includes(id)
  const known = dimensions.map((dimension) => ({ ...dimension, role: roleOf(dimension.id) ?? roleOf(dimension.label), isTime: isTime(dimension.id) }))
  const stranger = known.find(({ role, labels, isTime: time }) => (role === undefined || role === 'count') && !time && labels.length > 1)
  if (stranger) return refused('unknown-dimension', stranger.label)
  const written = Array.from({ length: size }, (_, at): WrittenCell | undefined => {
    const places = placesOf(at, known)
    if (known.some(({ isTime: time, labels }, index) => time && places[index] !== labels.length - 1)) return undefined
    const said = (role: Role) => known.flatMap((dimension, index) => (dimension.role === role ? (dimension.labels[places[index] ?? 0] ?? '') : []))[0] ?? ''
    const value = values(at)
    return { at: at + 1, place: said('place'), age: said('age'), sex: said('sex'), count: typeof value === 'number' ? String(value) : '' }
  })
  const note = stringsIn(table.note)[0]
  return {
    ...readCells(written.filter((cell) => cell !== undefined)),
    source: typeof table.source === 'string' ? table.source.slice(0, 100) : null,
    note: note === undefined ? null : note.replaceAll(/\s+/g, ' ').trim().slice(0, 2000),
  }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const table = objectIn(JSON.parse(text.trim()))
    return table.class === 'dataset' || Array.isArray(table.id) ? table : undefined
  } catch {
    return undefined
  }
}

function dimensionsOf(table: Record<string, unknown>): Dimension[] | undefined {
  const ids = stringsIn(table.id)
  const size = Array.isArray(table.size) ? table.size : []
  const dimensions = ids.map((id, at) => {
    const dimension = objectIn(objectIn(table.dimension)[id])
    const { index, label } = objectIn(dimension.category)
    const named = objectIn(label)
    const codes = Array.isArray(index)
      ? stringsIn(index)
      : Object.entries(objectIn(index ?? Object.fromEntries(Object.keys(named).map((code, place) => [code, place]))))
          .sort(([, a], [, b]) => Number(a) - Number(b))
          .map(([code]) => code)
    const isAsSaid = codes.length > 0 && codes.length === size[at]
    const labels = codes.map((code) => (typeof named[code] === 'string' ? named[code] : code))
    return isAsSaid ? { id, label: typeof dimension.label === 'string' ? dimension.label : id, labels } : undefined
  })
  return ids.length > 0 && dimensions.every((dimension) => dimension !== undefined) ? dimensions : undefined
}

/** The place of a value in each dimension: the last goes fastest. */
function placesOf(at: number, dimensions: readonly Dimension[]): number[] {
  let rest = at
  return dimensions
    .toReversed()
    .map(({ labels }) => {
      const place = rest % labels.length
      rest = Math.floor(rest / labels.length)
      return place
    })
    .reverse()
}

// Values are a list, or an object by number where most are missing.
function valuesOf(value: unknown): (at: number) => unknown {
  if (Array.isArray(value)) return (at) => value[at]
  const sparse = objectIn(value)
  return (at) => sparse[String(at)]
}

function objectIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

function stringsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

function refused(problem: TableProblem['problem'], text: string): Read {
  return { cells: [], problems: [{ at: 0, problem, text }], area: null, source: null, note: null }
}
