/**
 * How far two ways of sorting the same things into groups agree: 1 the same, 0 as by chance.
 *
 * Method: Vinh, Epps & Bailey 2010, normalised by the mean of the two entropies, the expectation exact. Two that both have one group only
 * are the same.
 *
 * @example
 * adjustedMutualInformation([0, 0, 1, 1], [1, 1, 0, 0]) // ≈ 1
 * adjustedMutualInformation([0, 0, 1, 1], [0, 1, 0, 1]) // ≈ -0.5
 */
export function adjustedMutualInformation(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const n = one.length
  const [rows, columns, cells] = [new Map<number, number>(), new Map<number, number>(), new Map<string, number>()]
  for (let at = 0; at < n; at++) {
    const [a, b] = [one[at] as number, other[at] as number]
    rows.set(a, (rows.get(a) ?? 0) + 1)
    columns.set(b, (columns.get(b) ?? 0) + 1)
    cells.set(`${a} ${b}`, (cells.get(`${a} ${b}`) ?? 0) + 1)
  }
  let shared = 0
  for (const [key, count] of cells) {
    const [a, b] = key.split(' ').map(Number) as [number, number]
    shared += (count / n) * Math.log((n * count) / ((rows.get(a) ?? 0) * (columns.get(b) ?? 0)))
  }
  const expected = expectedInformation([...rows.values()], [...columns.values()], n)
  const most = (entropy([...rows.values()], n) + entropy([...columns.values()], n)) / 2
  return Math.abs(most - expected) < 1e-12 ? 1 : (shared - expected) / (most - expected)
}

function entropy(counts: readonly number[], n: number): number {
  return counts.reduce((sum, count) => sum - (count / n) * Math.log(count / n), 0)
}

function expectedInformation(rows: readonly number[], columns: readonly number[], n: number): number {
  const logFactorial = new Float64Array(n + 1)
  for (let each = 2; each <= n; each++) logFactorial[each] = (logFactorial[each - 1] as number) + Math.log(each)
  const log = (each: number) => logFactorial[each] as number
  let sum = 0
  for (const a of rows)
    for (const b of columns) {
      const fixed = log(a) + log(b) + log(n - a) + log(n - b) - log(n)
      for (let both = Math.max(1, a + b - n); both <= Math.min(a, b); both++)
        sum += (both / n) * Math.log((n * both) / (a * b)) * Math.exp(fixed - log(both) - log(a - both) - log(b - both) - log(n - a - b + both))
    }
  return sum
}
