import type { SupportEstimate, ThemeReading } from '#statistics'
import type { Counted } from './count-stances.ts'
import type { Group, Row } from './public-matrix.ts'
import { headingsOf, type RowReading, readRows } from './read-rows.ts'
import { keyOf } from './withhold-cells.ts'

export type SizedGroup = Group & { /** How many there are; null where nobody has said. */ readonly size: number | null; readonly persons: number }
export type Hanging = {
  readonly theme: string
  readonly reading: ThemeReading
  /** What the theme would be read as without a group, for the groups whose word is shown and whose absence changes the reading. */
  readonly without: readonly { readonly group: string; readonly reading: ThemeReading }[]
  readonly bySize: { readonly reading: ThemeReading; readonly strength: number | undefined }
  /** Read the same without any one of the groups that are shown, and by size. */
  readonly isRobust: boolean
}

/**
 * What each reading hangs on: everything is estimated again without each group, and once with each group counted by its size. A group whose word on a theme
 * is too small to show is left in: what its absence changes would tell what it said.
 */
export function whatItHangsOn(
  groups: readonly SizedGroup[],
  themes: readonly { readonly id: string; readonly parentId: string | null }[],
  counted: readonly Counted[],
  rows: readonly Row[],
): Hanging[] {
  const headings = headingsOf(themes)
  const asked = groups.filter(({ id }) => counted.some((count) => count.group === id && count.asked > 0))
  const all = readRows(groups, headings, counted)
  const withoutEach = asked.map(({ id }) => {
    const others = groups.filter((group) => group.id !== id)
    return readRows(others, headings, counted)
  })
  const mentions = new Map(counted.map((count) => [keyOf(count.group, count.theme), count]))
  return rows.map(({ theme, reading, cells }) => {
    const without = asked.flatMap(({ key }, at) => {
      const isShown = cells.some((cell) => cell.group === key && cell.shown)
      const other = withoutEach[at]?.get(theme)?.reading
      return isShown && other !== undefined && other !== reading ? [{ group: key, reading: other }] : []
    })
    const bySize = readBySize(asked, all.get(theme), (group) => mentions.get(keyOf(group, theme)))
    return { theme, reading, without, bySize, isRobust: without.length === 0 && bySize.reading === reading }
  })
}

/** The people a group stands for: all of it where its size is known, else those who answered. */
function peopleOf({ size, persons }: Pick<SizedGroup, 'size' | 'persons'>): number {
  return size ?? persons
}

// A side that fewer than one in ten of the people stand for makes no Olika syn when people are counted.
const aSide = 0.1

/**
 * The same words when people weigh alike instead of groups. Samsyn: the mean by size is surely over one half, and at least two thirds of the people are in
 * groups that surely are. Olika syn: at least a tenth of them are in groups surely for, and a tenth in groups surely against.
 */
function readBySize(groups: readonly SizedGroup[], row: RowReading | undefined, countOf: (group: string) => Counted | undefined): Hanging['bySize'] {
  const could = groups.filter(({ id }) => (countOf(id)?.asked ?? 0) > 0)
  const all = sum(could.map(peopleOf))
  const spoken = could.flatMap((group) => {
    const estimate = row?.groups.find((each) => each.group === group.id)
    return estimate ? [{ people: peopleOf(group), estimate }] : []
  })
  const of = sum(spoken.map(({ people }) => people))
  if (!row || of === 0) return { reading: row?.reading === 'few-say' ? 'few-say' : 'not-yet-known', strength: undefined }
  const mean = sum(spoken.map(({ people, estimate }) => (people / of) * estimate.mean))
  const spread = Math.sqrt(sum(spoken.map(({ people, estimate }) => (people / of) ** 2 * varianceOf(estimate))))
  const shareWhere = (is: (estimate: SupportEstimate) => boolean) => sum(spoken.filter(({ estimate }) => is(estimate)).map(({ people }) => people)) / all
  const [isFor, isAgainst] = [shareWhere(({ low }) => low > 0.5), shareWhere(({ high }) => high < 0.5)]
  const strength = Math.round(mean * 100)
  if (mean - ofNinety * spread > 0.5 && 3 * isFor >= 2) return { reading: 'samsyn', strength }
  if (isFor >= aSide && isAgainst >= aSide) return { reading: 'split', strength }
  return { reading: row.reading === 'few-say' ? 'few-say' : 'not-yet-known', strength }
}

// The 90 % interval of the house, about a mean that is nearly normal.
const ofNinety = 1.645

function varianceOf({ posterior }: SupportEstimate): number {
  if ('point' in posterior) return 0
  const { a, b } = posterior
  return (a * b) / ((a + b) ** 2 * (a + b + 1))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
