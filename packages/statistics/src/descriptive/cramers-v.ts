/**
 * How far the answers of several groups differ, 0 not at all to 1 wholly; rows are groups, columns answers.
 *
 * Method: Cramér 1946, √(χ² / (n (min(rows, columns) - 1))), Pearson's χ² without correction. Rows and columns with nothing in them are
 * left out; 0 when there is nothing left to compare.
 *
 * @example
 * cramersV([[10, 0], [0, 10]]) // => { v: 1, chiSquared: 20, degreesOfFreedom: 1 }
 */
export function cramersV(table: readonly (readonly number[])[]): { readonly v: number; readonly chiSquared: number; readonly degreesOfFreedom: number } {
  const columns = (table[0] ?? []).map((_, at) => table.reduce((sum, row) => sum + (row[at] ?? 0), 0))
  const rows = table.map((row) => row.reduce((sum, value) => sum + value, 0))
  const n = rows.reduce((sum, value) => sum + value, 0)
  const [used, width] = [rows.filter((sum) => sum > 0).length, columns.filter((sum) => sum > 0).length]
  const degreesOfFreedom = Math.max(0, used - 1) * Math.max(0, width - 1)
  if (degreesOfFreedom === 0) return { v: 0, chiSquared: 0, degreesOfFreedom }
  let chiSquared = 0
  table.forEach((row, at) => {
    row.forEach((value, column) => {
      const expected = ((rows[at] as number) * (columns[column] as number)) / n
      if (expected > 0) chiSquared += (value - expected) ** 2 / expected
    })
  })
  return { v: Math.sqrt(chiSquared / (n * (Math.min(used, width) - 1))), chiSquared, degreesOfFreedom }
}
