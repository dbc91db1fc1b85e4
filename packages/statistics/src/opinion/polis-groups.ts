import { lloyd } from './k-means.ts'
import { silhouette } from './silhouette.ts'

/**
 * Groups as Polis makes them, for comparison: the group of each participant, -1 for who voted too little to be placed. Depends
 * on the order of the rows, as Polis' groups do.
 *
 * Method (clusters.clj, conversation.clj): those who voted on at least min(7, T) statements take part, and if they are fewer
 * than 15 the most active until they are 15; 100 base clusters begun from the first 100 places that differ, until no centre
 * moves 0.01; on their centres, weighted, 2 to min(5, 2 + base clusters / 12) groups begun likewise, 20 turns; the number of
 * best unweighted mean silhouette.
 *
 * @example
 * const places = Float64Array.of(0, 0, 0, 1, 9, 9, 9, 8)
 * [...polisGroups(places, [7, 7, 7, 7], 7).of] // => [0, 0, 1, 1]
 */
export function polisGroups(places: Float64Array, votes: ArrayLike<number>, statements: number, k?: number): { readonly of: Int32Array; readonly k: number } {
  const taking = whoTakesPart(votes, statements)
  const points = Float64Array.from(taking.flatMap((who) => [places[who * 2] as number, places[who * 2 + 1] as number]))
  const base = settled(points, firstThatDiffer(points, 100))
  const weights = new Float64Array(base.centres.length / 2)
  for (const cluster of base.of) weights[cluster] = (weights[cluster] as number) + 1
  const most = Math.min(5, 2 + Math.floor(weights.length / 12))
  const numbers = k === undefined ? Array.from({ length: Math.max(0, most - 1) }, (_, at) => at + 2) : [k]
  let best: { of: Int32Array; k: number; worth: number } | undefined
  for (const each of numbers) {
    const found = lloyd(base.centres, firstThatDiffer(base.centres, each), weights, 20)
    const worth = silhouette(base.centres, found.of, each)
    if (!best || worth > best.worth) best = { of: found.of, k: each, worth }
  }
  const of = new Int32Array(votes.length).fill(-1)
  taking.forEach((who, at) => {
    of[who] = best?.of[base.of[at] as number] ?? 0
  })
  return { of, k: best?.k ?? 1 }
}

function whoTakesPart(votes: ArrayLike<number>, statements: number): number[] {
  const everybody = Array.from({ length: votes.length }, (_, who) => who)
  const enough = everybody.filter((who) => (votes[who] as number) >= Math.min(7, statements))
  if (enough.length >= 15) return enough
  const isIn = new Set([...enough, ...everybody.toSorted((a, b) => (votes[b] as number) - (votes[a] as number) || a - b).slice(0, 15)])
  return everybody.filter((who) => isIn.has(who))
}

function firstThatDiffer(points: Float64Array, k: number): Float64Array {
  const [seen, found] = [new Set<string>(), [] as number[]]
  for (let at = 0; at * 2 < points.length && seen.size < k; at++) {
    const [x, y] = [points[at * 2] as number, points[at * 2 + 1] as number]
    if (seen.has(`${x} ${y}`)) continue
    seen.add(`${x} ${y}`)
    found.push(x, y)
  }
  return Float64Array.from(found)
}

/** Lloyd's iteration until no centre moves 0.01; clusters that nobody is in are dropped. */
function settled(points: Float64Array, start: Float64Array) {
  let centres = start
  for (let turn = 0; turn < 100; turn++) {
    const next = lloyd(points, centres, undefined, 2)
    const used = new Set(next.of)
    const kept: number[] = []
    let isStill = used.size === centres.length / 2
    for (let g = 0; g * 2 < centres.length; g++) {
      if (!used.has(g)) continue
      kept.push(next.centres[g * 2] as number, next.centres[g * 2 + 1] as number)
      isStill &&= Math.hypot((next.centres[g * 2] as number) - (centres[g * 2] as number), (next.centres[g * 2 + 1] as number) - (centres[g * 2 + 1] as number)) < 0.01
    }
    centres = Float64Array.from(kept)
    if (isStill) break
  }
  const { of } = lloyd(points, centres, undefined, 1)
  return { of, centres }
}
