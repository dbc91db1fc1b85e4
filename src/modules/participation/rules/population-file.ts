import { readDelimited } from './delimited-text.ts'
import { readJsonStat } from './json-stat.ts'
import { readCells, type TableProblem, type TableReading } from './population-rows.ts'
import { type RelationCount, readRelations } from './relations.ts'

export type FileOfPopulation = TableReading & { readonly relations: readonly RelationCount[]; readonly source: string | null; readonly note: string | null }

const columns = {
  place: ['plats', 'ort', 'tätort', 'område', 'distrikt', 'region', 'kommun', 'place'],
  age: ['ålder', 'alder', 'åldersgrupp', 'åldersklass', 'åldersspann', 'age'],
  sex: ['kön', 'kon', 'sex', 'gender'],
  relation: ['relation', 'relationer', 'tillhörighet'],
  count: ['antal', 'folkmängd', 'befolkning', 'personer', 'invånare', 'antal personer', 'count', 'population'],
} as const
type Role = keyof typeof columns
const roles = Object.keys(columns) as Role[]

/** Which part of a table a column or a dimension is, by its name. */
export function roleOfColumn(name: string): Role | undefined {
  const plain = name.trim().toLowerCase().normalize('NFC')
  return roles.find((role) => (columns[role] as readonly string[]).includes(plain))
}

/**
 * Reads a table of the population, as CSV with a line for each number or as JSON-stat 2. A bad one is refused whole, with each line and its reason. Lines of
 * relations stand in the same CSV, or alone in one.
 */
export function readPopulationFile(text: string): FileOfPopulation {
  if (text.trimStart().startsWith('{')) return { ...readJsonStat(text, roleOfDimension), relations: [] }
  const [heading, ...rows] = readDelimited(text)
  const names = (heading?.cells ?? []).map((name) => name.trim())
  const named = names.map(roleOfColumn)
  const inHeading = headingProblems(names, named)
  if (inHeading.length > 0) return refusedFor(inHeading)
  const broken = rows.flatMap(({ line, cells, unclosed }): TableProblem[] => {
    if (unclosed) return [{ at: line, problem: 'unclosed-quote', text: '' }]
    return cells.slice(names.length).some((cell) => cell.trim() !== '') ? [{ at: line, problem: 'too-many-cells', text: '' }] : []
  })
  if (broken.length > 0) return refusedFor(broken)
  const cell = (cells: readonly string[], role: Role) => cells[named.indexOf(role)] ?? ''
  const written = rows.map(({ line, cells }) => ({
    ...{ at: line, place: cell(cells, 'place'), age: cell(cells, 'age'), sex: cell(cells, 'sex') },
    ...{ relation: cell(cells, 'relation'), count: cell(cells, 'count') },
  }))
  const { others, relations, problems: ofRelations } = readRelations(written)
  const hasOnlyRelations = others.length === 0 && written.length > 0
  const read = hasOnlyRelations ? { cells: [], problems: [], area: null } : readCells(others)
  // What is wrong with the whole table comes last.
  const problems = [...ofRelations, ...read.problems].sort((one, other) => (one.at || Infinity) - (other.at || Infinity))
  return problems.length > 0 ? refusedFor(problems) : { ...read, relations, source: null, note: null }
}

// A relation is no dimension: it is never crossed with the others.
function roleOfDimension(name: string) {
  const role = roleOfColumn(name)
  return role === 'relation' ? undefined : role
}

function headingProblems(names: readonly string[], named: readonly (Role | undefined)[]): TableProblem[] {
  if (names.length === 0) return [{ at: 0, problem: 'nothing', text: '' }]
  const unknown = names.filter((name, at) => name !== '' && named[at] === undefined)
  const twice = names.filter((_, at) => named[at] !== undefined && named.indexOf(named[at]) < at)
  return [
    ...unknown.map((text): TableProblem => ({ at: 1, problem: 'unknown-column', text })),
    ...twice.map((text): TableProblem => ({ at: 1, problem: 'column-twice', text })),
    ...(named.includes('count') ? [] : [{ at: 1, problem: 'no-count-column', text: '' } as const]),
  ]
}

function refusedFor(problems: readonly TableProblem[]): FileOfPopulation {
  return { cells: [], relations: [], problems, area: null, source: null, note: null }
}
