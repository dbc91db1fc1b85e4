import { seededRandom } from '../seeded-random.ts'
import { centreVotes } from './centre-votes.ts'
import { groupParticipants } from './group-participants.ts'
import { hiddenVoteGain, hideVotes } from './hidden-votes.ts'
import { principalComponents } from './principal-components.ts'
import { projectParticipants } from './project-participants.ts'
import { voteCounts } from './vote-counts.ts'
import type { VoteTable } from './vote-table.ts'

export type GroupCount = {
  readonly k: number
  /** How much better hidden votes are foretold with so many groups than with none, nats a vote: mean over the draws, and its standard error. */
  readonly tried: readonly { readonly k: number; readonly gain: number; readonly error: number }[]
}

/**
 * How many groups the votes bear, from 1 (*no distinct groups*) to `most`.
 *
 * Method: 15 % of the votes are hidden, `draws` times (5 to 20, the more the fewer votes), the groups found on the rest, and the hidden ones foretold (see
 * `hiddenVoteGain`). The fewest groups that come within one standard error of the best are chosen (the rule of one standard
 * error, Breiman et al. 1984), and none unless the gain is over two of them and over a thousandth of a nat.
 *
 * @example
 * const alike = voteTable({ participants: 3, statements: 1, participant: [0, 1, 2], statement: [0, 0, 0], vote: [1, 1, 1] })
 * chooseGroupCount(alike, { seed: 1 }).k // => 1
 */
export function chooseGroupCount(table: VoteTable, { seed, most = 5, draws = drawsFor(table) }: { seed: number; most?: number; draws?: number }): GroupCount {
  const numbers = Array.from({ length: Math.max(0, most - 1) }, (_, at) => at + 2)
  const gains = numbers.map(() => [] as number[])
  const random = seededRandom(seed)
  for (let draw = 0; draw < draws; draw++) {
    const { left, hidden } = hideVotes(table, 0.15, random)
    const centre = centreVotes(voteCounts(left))
    const places = projectParticipants(left, principalComponents(left, centre).components, centre)
    numbers.forEach((k, at) => {
      gains[at]?.push(hiddenVoteGain(left, hidden, groupParticipants(left, k, { seed, places }), k))
    })
  }
  const tried = numbers.map((k, at) => ({ k, ...meanOf(gains[at] ?? []) }))
  const best = tried.reduce((one, other) => (other.gain > one.gain ? other : one), { k: 1, gain: 0, error: 0 })
  const chosen = tried.find(({ gain, error }) => gain >= best.gain - best.error && gain > 2 * error && gain > 1e-3)
  return { k: chosen?.k ?? 1, tried }
}

// Few votes make one draw say little, and cost little.
function drawsFor({ codes }: VoteTable): number {
  return Math.min(20, Math.max(5, Math.round(600_000 / Math.max(1, codes.length))))
}

function meanOf(values: readonly number[]): { gain: number; error: number } {
  const gain = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - gain) ** 2, 0) / Math.max(1, values.length - 1)
  return { gain, error: Math.sqrt(variance / values.length) }
}
