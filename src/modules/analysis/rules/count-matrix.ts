import type { PartsReading, readVoices } from '#participation'
import { type Coding, type Counted, countStances } from './count-stances.ts'
import { type Cell, type Group, type Part, publicMatrix, type Row, type Theme, type Voices } from './public-matrix.ts'

type VoicesReading = Awaited<ReturnType<typeof readVoices>>[number]
type Material<OfGroup extends Group> = {
  readonly groups: readonly OfGroup[]
  readonly said: readonly VoicesReading[]
  readonly choices: readonly PartsReading[]
  readonly themes: readonly Theme[]
  readonly codings: readonly Coding[]
}

/**
 * Counts the matrix of what was asked of the place, or of the workplace: the parts of groups that can be told apart, the counts, the rows as they may be shown, and
 * how many persons there are to count. A group of which fewer than its threshold have said anything is no voice yet, and of its themes nothing is told, not even
 * which it is silent of: the mean of all, or what is hidden, would say what these few said.
 */
export function countMatrix<OfGroup extends Group>(
  { groups, said, choices, themes, codings }: Material<OfGroup>,
  { axis = 'place', voices = 'groups' }: { readonly axis?: 'place' | 'workplace'; readonly voices?: Voices } = {},
): { readonly parts: readonly Part[]; readonly counted: readonly Counted[]; readonly rows: readonly Row[]; readonly heard: ReadonlyMap<string, number> } {
  const heard = heardOf(said.filter((each) => each.axis === axis))
  const few = new Set(groups.flatMap(({ id, threshold }) => ((heard.get(id) ?? threshold) < threshold ? [id] : [])))
  const parts = partsOf(
    groups,
    choices,
    said.filter((each) => each.axis === axis && !few.has(each.groupId)),
  )
  const known = new Set(parts.map(({ id }) => id))
  const units = said.flatMap(({ axis: asked, groupId, persons, age, place, statements }) => {
    if (asked !== axis || few.has(groupId)) return []
    const own = [groupId, partIn('age', age), partIn('place', place)].filter((column) => column !== undefined)
    return statements.map(([statementId, responseId]) => ({ statementId, responseId, persons, columns: own }))
    function partIn(of: 'age' | 'place', value: string | null): string | undefined {
      return [`${groupId} ${of} ${value}`, `${groupId} ${of} `].find((id) => known.has(id))
    }
  })
  const columns = [...groups, ...parts].map(({ id }) => id)
  const counted = countStances(columns, themes, units, codings)
  const keysOfFew = new Set(groups.flatMap(({ id, key }) => (few.has(id) ? [key] : [])))
  const rows = publicMatrix(groups, themes, counted, parts, voices).map((row) => ({ ...row, cells: row.cells.map((cell) => withoutFew(cell, keysOfFew)) }))
  return { parts, counted, rows, heard }
}

function withoutFew(cell: Cell, few: ReadonlySet<string>): Cell {
  return few.has(cell.group) ? { group: cell.group, shown: false, because: 'too-few' } : cell
}

/** Of what was said, how much has been read as something. */
export function countCoded(said: readonly VoicesReading[], codings: readonly Coding[]): number {
  const read = new Set(codings.map(({ statementId }) => statementId))
  return said.reduce((sum, { statements }) => sum + statements.filter(([statementId]) => read.has(statementId)).length, 0)
}

/** Persons of each group who have said something in their own words: those whom the matrix can count. */
function heardOf(said: readonly VoicesReading[]): Map<string, number> {
  const [heard, seen] = [new Map<string, number>(), new Set<string>()]
  for (const { groupId, persons, statements } of said)
    for (const [, responseId] of statements) {
      if (seen.has(responseId)) continue
      seen.add(responseId)
      heard.set(groupId, (heard.get(groupId) ?? 0) + persons)
    }
  return heard
}

/**
 * A part for each choice, and one for those of whom it is not known. Of a group that was asked in full, of notes, and where nobody that is counted has said it
 * there are no parts.
 */
function partsOf(groups: readonly Group[], choices: readonly PartsReading[], said: readonly VoicesReading[]): Part[] {
  return choices.flatMap(({ groupId, of, levels }) => {
    const group = groups.find(({ id }) => id === groupId)
    const isSaid = said.some((voices) => voices.groupId === groupId && levels.some(({ key }) => key === voices[of]))
    if (!group || group.census || group.unit === 'notes' || !isSaid) return []
    const unknown = { key: '', label: of === 'age' ? 'Okänd ålder' : 'Okänd plats' }
    return [...levels, unknown].map(({ key, label }) => ({ id: `${groupId} ${of} ${key}`, key: `${group.key} ${of} ${key}`, name: label, groupId, of }))
  })
}
