import type { VoteTable } from './vote-table.ts'

/**
 * How many disagree, pass and agree with each statement, three numbers a statement, over all participants or those of
 * one group of a partition (`group[i]` of participant i).
 *
 * @example
 * const table = voteTable({ participants: 2, statements: 1, participant: [0, 1], statement: [0, 0], vote: [1, -1] })
 * [...voteCounts(table)] // => [1, 0, 1]
 */
export function voteCounts({ participants, statements, starts, codes }: VoteTable, group?: ArrayLike<number>, of?: number): Uint32Array {
  const counts = new Uint32Array(statements * 3)
  for (let who = 0; who < participants; who++) {
    if (group !== undefined && group[who] !== of) continue
    const until = starts[who + 1] as number
    for (let at = starts[who] as number; at < until; at++) {
      const code = codes[at] as number
      counts[code] = (counts[code] as number) + 1
    }
  }
  return counts
}
