import { seededRandom } from '../seeded-random.ts'
import { groupParticipants } from './group-participants.ts'
import { sampleParticipants } from './sample-participants.ts'
import type { VoteTable } from './vote-table.ts'

/**
 * How surely each group would be found again if other people of the same kind had answered: 1 always, 0 as by chance.
 *
 * Method: cluster-wise stability by bootstrap (Hennig 2007): participants are drawn with replacement, grouped anew, and each group is
 * matched with the new one that is most like it, among those drawn. The likeness is the phi coefficient instead of Hennig's Jaccard
 * index: it is 0 for two groups that have no more in common than by chance, whatever their sizes. The mean over the draws.
 *
 * @example
 * const who = [0, 1, 2, 3, 4, 5]
 * const table = voteTable({ participants: 6, statements: 2, participant: [...who, ...who], statement: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], vote: [1, 1, 1, -1, -1, -1, 1, 1, 1, -1, -1, -1] })
 * groupStability(table, Int32Array.of(0, 0, 0, 1, 1, 1), 2, { seed: 1 }) // ≈ [1, 1]
 */
export function groupStability(table: VoteTable, of: Int32Array, k: number, { seed, draws = 20 }: { seed: number; draws?: number }): number[] {
  const random = seededRandom(seed)
  const likeness = new Float64Array(k)
  for (let draw = 0; draw < draws; draw++) {
    // Sorted, so that who is drawn decides and not when.
    const drawn = Uint32Array.from({ length: table.participants }, () => Math.floor(random() * table.participants)).sort()
    const again = groupParticipants(sampleParticipants(table, drawn), k, { seed })
    for (let g = 0; g < k; g++) likeness[g] = (likeness[g] as number) + bestPhi(of, again, drawn, g, k)
  }
  return Array.from(likeness, (sum) => Math.min(1, sum / draws))
}

function bestPhi(of: Int32Array, again: Int32Array, drawn: Uint32Array, g: number, k: number): number {
  const [sizes, both] = [new Float64Array(k), new Float64Array(k)]
  const [seen, n] = [new Set<number>(), { all: 0, own: 0 }]
  for (let at = 0; at < drawn.length; at++) {
    const who = drawn[at] as number
    if (seen.has(who)) continue
    seen.add(who)
    const h = again[at] as number
    n.all++
    sizes[h] = (sizes[h] as number) + 1
    if (of[who] !== g) continue
    n.own++
    both[h] = (both[h] as number) + 1
  }
  let best = 0
  for (let h = 0; h < k; h++) {
    const [size, shared] = [sizes[h] as number, both[h] as number]
    const spread = n.own * (n.all - n.own) * size * (n.all - size)
    if (spread > 0) best = Math.max(best, (n.all * shared - n.own * size) / Math.sqrt(spread))
  }
  return best
}
