import type { OpinionMap } from '#statistics'

/** A place on the map: both from 0 to 1. */
export type Place = { readonly x: number; readonly y: number }
/** Participants of one group that stand close to each other: never fewer than the threshold. */
export type Dot = Place & { readonly group: number; readonly size: 1 | 2 | 3 }

const squares = 12

/**
 * Where the groups stand on the map, and how the participants lie around. People are not shown one by one: the map is laid in squares, and a square
 * with fewer of a group than the threshold is empty. How many there are is said by three sizes only.
 */
export function placeOnMap(
  { places, groups, k }: Pick<OpinionMap, 'places' | 'groups' | 'k'>,
  threshold: number,
): { readonly centres: readonly Place[]; readonly dots: readonly Dot[] } {
  const [across, down] = [scaleOf(places, 0), scaleOf(places, 1)]
  const sums = Array.from({ length: k }, () => ({ x: 0, y: 0, count: 0 }))
  const cells = new Map<string, { readonly group: number; readonly column: number; readonly row: number; count: number }>()
  groups.forEach((group, who) => {
    const sum = sums[group]
    if (!sum) return
    const [x, y] = [across(places[who * 2] ?? 0), down(places[who * 2 + 1] ?? 0)]
    sum.x += x
    sum.y += y
    sum.count++
    const [column, row] = [squareOf(x), squareOf(y)]
    const name = `${group} ${column} ${row}`
    const cell = cells.get(name) ?? { group, column, row, count: 0 }
    cell.count++
    cells.set(name, cell)
  })
  const rounded = (share: number) => Math.round(share * 100) / 100
  return {
    centres: sums.map(({ x, y, count }) => (count === 0 ? { x: 0.5, y: 0.5 } : { x: rounded(x / count), y: rounded(y / count) })),
    dots: [...cells.values()]
      .filter(({ count }) => count >= threshold)
      .sort((one, other) => one.group - other.group || one.row - other.row || one.column - other.column)
      .map(({ group, column, row, count }) => ({
        group,
        x: rounded((column + 0.5) / squares),
        y: rounded((row + 0.5) / squares),
        size: count < 3 * threshold ? 1 : count < 10 * threshold ? 2 : 3,
      })),
  }
}

function squareOf(share: number): number {
  return Math.min(squares - 1, Math.floor(share * squares))
}

/** From where somebody stands to a share of the width, the outermost hundredths at the edge. */
function scaleOf(places: Float64Array, axis: 0 | 1): (value: number) => number {
  const values = Array.from({ length: places.length / 2 }, (_, who) => places[who * 2 + axis] ?? 0).sort((one, other) => one - other)
  const at = (share: number) => values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0
  const [low, high] = [at(0.01), at(0.99)]
  return (value) => (high === low ? 0.5 : Math.min(1, Math.max(0, (value - low) / (high - low))))
}
