import type { Cell, Row } from './public-matrix.ts'

/** A number that a finding rests on, as it may be shown: the reading of a theme, or one group's word on it. */
export type Figure = { readonly theme: string; readonly name: string } & (
  | { readonly of: 'theme'; readonly reading: Row['reading']; readonly strength: number | null; readonly spread: Row['spread'] }
  | { readonly of: 'group'; readonly group: string; readonly groupName: string; readonly cell: Cell }
)
/** Which number: the theme by its identity, and the group by its key when it is one group's. */
export type FigureWish = { readonly theme: string; readonly group: string | null }

/** The numbers out of a matrix, in the order asked for; those whose theme or group is not there are left out. */
export function figuresOf(rows: readonly Row[], groups: readonly { readonly key: string; readonly name: string }[], wishes: readonly FigureWish[]): Figure[] {
  return wishes.flatMap((wish): Figure[] => {
    const row = rows.find(({ theme }) => theme === wish.theme)
    if (!row) return []
    const { theme, name, reading, strength, spread } = row
    if (wish.group === null) return [{ of: 'theme', theme, name, reading, strength: strength ?? null, spread: { groups: spread.groups, of: spread.of } }]
    const [cell, group] = [row.cells.find((each) => each.group === wish.group), groups.find(({ key }) => key === wish.group)]
    return cell && group ? [{ of: 'group', theme, name, group: group.key, groupName: group.name, cell: plainCell(cell) }] : []
  })
}

/** Each number once, as it was chosen. */
export function distinctFigures(figures: readonly { readonly themeId: string; readonly groupId: string | null }[]): { themeId: string; groupId: string | null }[] {
  return [...new Map(figures.map((figure) => [`${figure.themeId} ${figure.groupId}`, figure])).values()]
}

/** Whether everything that was frozen is still the same; what has come since beside it is not looked at. */
export function isSame(frozen: unknown, now: unknown): boolean {
  if (frozen === null || typeof frozen !== 'object') return frozen === (now ?? null)
  if (now === null || typeof now !== 'object') return false
  return Object.entries(frozen).every(([key, value]) => isSame(value, (now as Record<string, unknown>)[key]))
}

// Another column of the matrix is no part of what was found.
function plainCell(cell: Cell): Cell {
  if (!cell.shown) return { group: cell.group, shown: false, because: cell.because }
  return { group: cell.group, shown: true, mentioned: cell.mentioned, mentionShare: cell.mentionShare, support: { ...cell.support } }
}
