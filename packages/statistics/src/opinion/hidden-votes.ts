import type { Random } from '../seeded-random.ts'
import { countsByGroup } from './group-statistics.ts'
import { voteCounts } from './vote-counts.ts'
import { codesFor, type VoteTable } from './vote-table.ts'

/**
 * Hides so many of the votes, drawn one by one: what is left, and what was hidden, as two tables of the same shape.
 *
 * @example
 * const table = voteTable({ participants: 1, statements: 2, participant: [0, 0], statement: [0, 1], vote: [1, -1] })
 * const { left, hidden } = hideVotes(table, 0.5, seededRandom(1))
 * left.codes.length + hidden.codes.length // => 2
 */
export function hideVotes(table: VoteTable, share: number, random: Random): { readonly left: VoteTable; readonly hidden: VoteTable } {
  const { participants, statements, starts, codes } = table
  const isHidden = new Uint8Array(codes.length)
  let many = 0
  for (let at = 0; at < codes.length; at++) if (random() < share) many += isHidden[at] = 1
  const part = (which: 0 | 1, length: number): VoteTable => {
    const [taken, from] = [codesFor(statements, length), new Uint32Array(participants + 1)]
    let next = 0
    for (let who = 0; who < participants; who++) {
      for (let at = starts[who] as number; at < (starts[who + 1] as number); at++) if (isHidden[at] === which) taken[next++] = codes[at] as number
      from[who + 1] = next
    }
    return { participants, statements, starts: from, codes: taken }
  }
  return { left: part(0, codes.length - many), hidden: part(1, many) }
}

/**
 * How much better hidden votes are foretold by the shares in each one's group than by everybody's shares: mean gain in log
 * likelihood, nats a vote. A share is (n_v + ½) / (n + 1½) for each of the three answers. Who is in no group (-1) gains nothing.
 *
 * @example
 * const seen = voteTable({ participants: 2, statements: 1, participant: [0, 1], statement: [0, 0], vote: [1, -1] })
 * hiddenVoteGain(seen, seen, Int32Array.of(0, 1), 2) // ≈ 0.336
 */
export function hiddenVoteGain(left: VoteTable, hidden: VoteTable, of: ArrayLike<number>, k: number): number {
  const overall = logShares(voteCounts(left))
  const inGroup = countsByGroup(left, of, k).map(logShares)
  let gain = 0
  for (let who = 0; who < hidden.participants; who++) {
    const own = inGroup[of[who] as number]
    if (!own) continue
    for (let at = hidden.starts[who] as number; at < (hidden.starts[who + 1] as number); at++) {
      const code = hidden.codes[at] as number
      gain += (own[code] as number) - (overall[code] as number)
    }
  }
  return hidden.codes.length === 0 ? 0 : gain / hidden.codes.length
}

function logShares(counts: Uint32Array): Float64Array {
  const logs = new Float64Array(counts.length)
  for (let what = 0; what * 3 < counts.length; what++) {
    const all = (counts[what * 3] as number) + (counts[what * 3 + 1] as number) + (counts[what * 3 + 2] as number)
    for (let vote = 0; vote < 3; vote++) logs[what * 3 + vote] = Math.log(((counts[what * 3 + vote] as number) + 0.5) / (all + 1.5))
  }
  return logs
}
