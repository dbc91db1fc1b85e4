import { seededRandom } from '../seeded-random.ts'
import { centreVotes } from './centre-votes.ts'
import { kMeans, nearestCentres } from './k-means.ts'
import { assignClasses, latentClasses } from './latent-classes.ts'
import { principalComponents } from './principal-components.ts'
import { projectParticipants } from './project-participants.ts'
import { everyNth } from './sample-participants.ts'
import { voteCounts } from './vote-counts.ts'
import type { VoteTable } from './vote-table.ts'

/** Above so many votes the groups are found on a sample and the rest are placed in them. */
const votesGroupedInFull = 4_000_000

/**
 * Groups of participants who vote alike, at most k of them: the group of each, the largest group being 0. The table should
 * stand in canonical order; then the groups depend on the votes and the seed alone.
 *
 * Method: k-means++ with ten restarts on the map of the two main components, then latent classes on the votes themselves from
 * there: the map gives the start, the votes decide. Above four million votes both are done on every nth participant, so many
 * that four million votes are left, and the others are placed where their votes are likeliest.
 *
 * @example
 * const table = voteTable({ participants: 4, statements: 2, participant: [0, 0, 1, 1, 2, 2, 3, 3], statement: [0, 1, 0, 1, 0, 1, 0, 1], vote: [1, 1, 1, 1, -1, -1, -1, -1] })
 * const of = groupParticipants(table, 2, { seed: 1 })
 * of[0] === of[1] && of[2] === of[3] && of[0] !== of[2] // => true
 */
export function groupParticipants(table: VoteTable, k: number, { seed, places }: { seed: number; places?: Float64Array }): Int32Array {
  if (k <= 1 || table.participants === 0) return new Int32Array(table.participants)
  const step = Math.ceil(table.codes.length / votesGroupedInFull)
  const some = step > 1 ? everyNth(table, step) : table
  const on = step > 1 ? placesOfEveryNth(places, step, some) : (places ?? mapOf(table))
  const start = startOf(on, k, seed)
  const settled = latentClasses(some, start.of, k)
  return bySize(step > 1 ? assignClasses(table, some, settled, k) : settled, k)
}

/** Where each stands on the map of two components. */
function mapOf(table: VoteTable): Float64Array {
  const centre = centreVotes(voteCounts(table))
  return projectParticipants(table, principalComponents(table, centre).components, centre)
}

function placesOfEveryNth(places: Float64Array | undefined, step: number, some: VoteTable): Float64Array {
  if (!places) return mapOf(some)
  const taken = new Float64Array(some.participants * 2)
  for (let at = 0; at < some.participants; at++) {
    taken[at * 2] = places[at * step * 2] as number
    taken[at * 2 + 1] = places[at * step * 2 + 1] as number
  }
  return taken
}

// Beyond this some of them show where the groups lie, and the votes decide the rest.
const placesClusteredInFull = 5_000

function startOf(places: Float64Array, k: number, seed: number): { of: Int32Array } {
  const n = places.length / 2
  const step = Math.ceil(n / placesClusteredInFull)
  if (step === 1) return kMeans(places, k, { random: seededRandom(seed) })
  const some = new Float64Array(Math.ceil(n / step) * 2)
  for (let at = 0; at * step < n; at++) some.set(places.subarray(at * step * 2, at * step * 2 + 2), at * 2)
  return { of: nearestCentres(places, kMeans(some, k, { random: seededRandom(seed) }).centres) }
}

/** Numbers groups by size, the largest first; of two as large the one whose first member comes first. */
function bySize(of: Int32Array, k: number): Int32Array {
  const [sizes, first] = [new Int32Array(k), new Int32Array(k).fill(of.length)]
  for (let who = of.length - 1; who >= 0; who--) {
    const g = of[who] as number
    sizes[g] = (sizes[g] as number) + 1
    first[g] = who
  }
  const order = Array.from({ length: k }, (_, g) => g).sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || (first[a] as number) - (first[b] as number))
  const renumbered = new Int32Array(k)
  order.forEach((g, place) => {
    renumbered[g] = place
  })
  return of.map((g) => renumbered[g] as number)
}
