/**
 * How far two partitions of the same things agree: 1 the same, 0 as by chance. Hubert & Arabie 1985.
 *
 * @example
 * adjustedRandIndex([0, 0, 1, 1], [5, 5, 2, 2]) // => 1
 */
export function adjustedRandIndex(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const [cells, rows, columns] = [new Map<string, number>(), new Map<number, number>(), new Map<number, number>()]
  for (let at = 0; at < one.length; at++) {
    const [a, b] = [one[at] as number, other[at] as number]
    cells.set(`${a} ${b}`, (cells.get(`${a} ${b}`) ?? 0) + 1)
    rows.set(a, (rows.get(a) ?? 0) + 1)
    columns.set(b, (columns.get(b) ?? 0) + 1)
  }
  const [both, first, second] = [pairs(cells.values()), pairs(rows.values()), pairs(columns.values())]
  const all = (one.length * (one.length - 1)) / 2
  const [expected, most] = [(first * second) / Math.max(all, 1), (first + second) / 2]
  return most === expected ? 1 : (both - expected) / (most - expected)
}

function pairs(counts: Iterable<number>): number {
  let sum = 0
  for (const count of counts) sum += (count * (count - 1)) / 2
  return sum
}
