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
export function drawNextStatement(priorities: readonly (number | undefined)[], seen: Pick<ReadonlySet<number>, 'has'>, random: Random): number | undefined {
  let [all, last]: [number, number | undefined] = [0, undefined]
  for (let statement = 0; statement < priorities.length; statement++) if (!seen.has(statement)) all += priorities[statement] || 1
  let mark = random() * all
  // Somebody is asked after each vote, so nothing is made here but the answer.
  for (let statement = 0; statement < priorities.length; statement++) {
    if (seen.has(statement)) continue
    mark -= priorities[statement] || 1
    if (mark < 0) return statement
    last = statement
  }
  return last
}
