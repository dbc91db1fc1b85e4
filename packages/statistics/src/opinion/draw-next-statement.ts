import type { Random } from '../seeded-random.ts'

/**
 * The statement to show somebody next: drawn among those they have not seen, as likely as its priority; undefined when they
 * have seen all.
 *
 * Method: Polis' server draws so (selectProbabilistically), with 1 for a statement that has no priority yet.
 *
 * @example
 * drawNextStatement([1, 0, 5], new Set([0, 2]), seededRandom(1)) // => 1
 */
export function drawNextStatement(priorities: readonly (number | undefined)[], seen: ReadonlySet<number>, random: Random): number | undefined {
  const left = priorities.flatMap((priority, statement) => (seen.has(statement) ? [] : [{ statement, weight: priority || 1 }]))
  let mark = random() * left.reduce((sum, { weight }) => sum + weight, 0)
  for (const { statement, weight } of left) {
    mark -= weight
    if (mark < 0) return statement
  }
  return left.at(-1)?.statement
}
