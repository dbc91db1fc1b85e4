import type { Random } from '../seeded-random.ts'
import { cramersV } from './cramers-v.ts'

/**
 * How likely groups would differ as much as they do if who is in which group were chance: rows are groups, columns answers.
 *
 * Method: Pearson's χ² against tables with the same margins, drawn by dealing out the answers anew (1,000 times); (times as large + 1) /
 * (draws + 1), so that it is never 0. Holds also for small groups.
 *
 * @example
 * permutationTest([[10, 0], [0, 10]], seededRandom(1)) // ≈ 0.001
 */
export function permutationTest(table: readonly (readonly number[])[], random: Random, draws = 1000): number {
  const answers = table.flatMap((row) => row.flatMap((count, column) => new Array<number>(count).fill(column)))
  const sizes = table.map((row) => row.reduce((sum, value) => sum + value, 0))
  const width = table[0]?.length ?? 0
  const { chiSquared } = cramersV(table)
  let asLarge = 0
  for (let draw = 0; draw < draws; draw++) {
    for (let at = answers.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      ;[answers[at], answers[other]] = [answers[other] as number, answers[at] as number]
    }
    let next = 0
    const dealt = sizes.map((size) => {
      const row = new Array<number>(width).fill(0)
      for (let taken = 0; taken < size; taken++) row[answers[next++] as number] = (row[answers[next - 1] as number] as number) + 1
      return row
    })
    if (cramersV(dealt).chiSquared >= chiSquared * (1 - 1e-12)) asLarge++
  }
  return (asLarge + 1) / (draws + 1)
}
