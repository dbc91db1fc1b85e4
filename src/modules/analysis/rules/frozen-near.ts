import type { Day } from '#kernel/day'
import type { Row } from './public-matrix.ts'

export type GroupCount = {
  readonly key: string
  readonly persons: number
  /** Persons whose answers have gone, from the first day on. What was frozen by the first versions has neither this nor the next. */
  readonly gone?: number
  /** Persons who have said something of the place, and of the workplace. */
  readonly heard?: Readonly<Record<Axis, number>>
  /** The day up to which it is counted, where those who came later wait. */
  readonly until?: Day
}
export type EarlierFigures = {
  readonly frozenOn: Day
  readonly groups: readonly GroupCount[]
  readonly rows: readonly RowOfParts[]
  readonly workplaceRows?: readonly RowOfParts[]
}
type Axis = 'place' | 'workplace'
type RowOfParts = Pick<Row, 'theme' | 'parts'>
/** Of a group that is held, with how many of those counted came on the last of its days. */
export type Limited = GroupCount & { readonly threshold: number; readonly thatDay?: number }

/**
 * The groups in which some have come since an earlier matrix, and fewer than the threshold: one taken from the other would tell what they said. An answer that
 * has been coded can't be taken back, so those who went take nothing with them that was told; but one who went hides one who came.
 */
export function groupsTooNear<Group extends Limited>(now: readonly Group[], earlier: readonly EarlierFigures[]): Group[] {
  const isNear = (group: Group, then: EarlierFigures) => axes.some((axis) => isFew(cameSince(then, group, axis), group.threshold))
  return now.filter((group) => earlier.some((then) => isNear(group, then)) && !earlier.some((then) => isTheSame(then, group)))
}

/** The last day up to which a group has been counted. To hold it at an earlier one would take away those who had been counted since. */
export function lastCounted(key: string, earlier: readonly EarlierFigures[]): Day | undefined {
  const days = earlier.flatMap((then) => then.groups.filter((group) => group.key === key).map((group) => dayCounted(then, group)))
  return days.sort().at(-1)
}

/**
 * The keys of the parts that are left out: of a group in which somebody has come since an earlier matrix, all of its parts by age, or by place, where fewer than the
 * threshold tell what was shown of one of them then from what would be shown now.
 */
export function partsTooNear(
  { groups, ...now }: { readonly groups: readonly Limited[]; readonly rows: readonly RowOfParts[]; readonly workplaceRows: readonly RowOfParts[] },
  earlier: readonly EarlierFigures[],
): Set<string> {
  const all = [...now.rows, ...now.workplaceRows].flatMap(({ parts = [] }) => parts.map(({ group }) => group))
  const left = new Set<string>()
  for (const group of groups)
    for (const then of earlier) {
      if (axes.every((axis) => cameSince(then, group, axis).most === 0)) continue
      for (const division of ['age', 'place'].map((of) => `${group.key} ${of} `)) {
        const isNear = isNearIn(now.rows, then.rows, division, group.threshold) || isNearIn(now.workplaceRows, then.workplaceRows ?? [], division, group.threshold)
        if (isNear) for (const key of all) if (key.startsWith(division)) left.add(key)
      }
    }
  return left
}

const axes = ['place', 'workplace'] as const

function dayCounted({ frozenOn }: EarlierFigures, { until }: GroupCount): Day {
  return until ?? frozenOn
}

/** So many persons at least, and at most, are counted now and were not then. Where nobody was, nothing can be taken from what is shown now. */
function cameSince(matrix: EarlierFigures, now: Limited, axis: Axis): { readonly least: number; readonly most: number } {
  const then = matrix.groups.find(({ key }) => key === now.key)
  const before = then?.heard?.[axis] ?? then?.persons ?? 0
  if (!then || before === 0) return exactly(0)
  if (wereAllCounted(matrix, then, now) && (now.heard?.[axis] ?? now.persons) <= before) return exactly(0)
  // All that is known is how many there were.
  if (then.gone === undefined || then.heard === undefined) return exactly(Math.abs(now.persons - then.persons))
  const gone = (now.gone ?? 0) - then.gone
  const more = (now.heard?.[axis] ?? 0) - before
  // Whether those who went had said something is not known; nobody has who is not among all that came.
  return { least: Math.max(0, more), most: Math.max(0, Math.min(more + gone, now.persons - then.persons + gone)) }
}
/** What had come by a day that was over was counted, all of it; of the day itself, some may have come when it was frozen already. */
function wereAllCounted(matrix: EarlierFigures, then: GroupCount, { until, thatDay }: Limited): boolean {
  return until !== undefined && until <= dayCounted(matrix, then) && (until < matrix.frozenOn || thatDay === 0)
}
/** Held as an earlier one held it, and as many: nobody is told by it who was not told then. */
function isTheSame(matrix: EarlierFigures, now: Limited): boolean {
  const then = matrix.groups.find(({ key }) => key === now.key)
  return then !== undefined && wereAllCounted(matrix, then, now) && then.persons === now.persons && axes.every((axis) => then.heard?.[axis] === now.heard?.[axis])
}
function exactly(persons: number) {
  return { least: persons, most: persons }
}
function isFew({ least, most }: ReturnType<typeof cameSince>, threshold: number): boolean {
  return most > 0 && least < threshold
}

function isNearIn(now: readonly RowOfParts[], then: readonly RowOfParts[], division: string, threshold: number): boolean {
  return now.some(({ theme, parts = [] }) => {
    const before = then.find((row) => row.theme === theme)?.parts ?? []
    return parts.some((cell) => {
      const same = cell.group.startsWith(division) ? before.find(({ group }) => group === cell.group) : undefined
      if (!same?.shown || !cell.shown) return false
      const apart = Math.abs(cell.mentioned - same.mentioned)
      return apart > 0 && apart < threshold
    })
  })
}
