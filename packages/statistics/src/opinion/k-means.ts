import type { Random } from '../seeded-random.ts'

export type Clustering = {
  /** The cluster of each point. */
  readonly of: Int32Array
  /** Two numbers a cluster. */
  readonly centres: Float64Array
  /** Weighted sum of squared distances to the centres. */
  readonly inertia: number
}

/**
 * Points in the plane (two numbers each) in so many clusters: the best of `restarts` runs.
 *
 * Method: k-means++ (Arthur & Vassilvitskii 2007) and Lloyd's iteration until nothing moves, at most 50 times. Fewer clusters
 * than asked for when fewer points differ. The points' order matters only through the random numbers drawn: give them in one
 * that comes from their content.
 *
 * @example
 * const { of } = kMeans(Float64Array.of(0, 0, 0, 1, 9, 9, 9, 8), 2, { random: seededRandom(1) })
 * of[0] === of[1] && of[2] === of[3] && of[0] !== of[2] // => true
 */
export function kMeans(points: Float64Array, k: number, { random, weights, restarts = 10 }: { random: Random; weights?: Float64Array; restarts?: number }): Clustering {
  let best: Clustering | undefined
  for (let run = 0; run < restarts; run++) {
    const found = lloyd(points, plusPlus(points, k, weights, random), weights)
    // A hair better is the same clustering with its sums in another order.
    if (!best || found.inertia < best.inertia * (1 - 1e-9)) best = found
  }
  if (!best) throw new RangeError('At least one run is needed')
  return best
}

function plusPlus(points: Float64Array, k: number, weights: Float64Array | undefined, random: Random): Float64Array {
  const n = points.length / 2
  const chosen: number[] = []
  const nearest = new Float64Array(n).fill(Infinity)
  const mass = new Float64Array(n)
  for (let total = 0; chosen.length < Math.min(k, n); ) {
    total = 0
    for (let at = 0; at < n; at++) {
      mass[at] = (weights?.[at] ?? 1) * (chosen.length === 0 ? 1 : (nearest[at] as number))
      total += mass[at] as number
    }
    if (!(total > 0)) break
    let mark = random() * total
    let pick = n - 1
    for (let at = 0; at < n; at++) {
      mark -= mass[at] as number
      if (mark < 0) {
        pick = at
        break
      }
    }
    chosen.push(pick)
    const [x, y] = [points[pick * 2] as number, points[pick * 2 + 1] as number]
    for (let at = 0; at < n; at++) {
      const distance = ((points[at * 2] as number) - x) ** 2 + ((points[at * 2 + 1] as number) - y) ** 2
      if (distance < (nearest[at] as number)) nearest[at] = distance
    }
  }
  return Float64Array.from(chosen.flatMap((at) => [points[at * 2] as number, points[at * 2 + 1] as number]))
}

/** Moves centres to the middle of their points until nothing changes, at most `turns` times. A centre that loses its last point stays where it is. */
export function lloyd(points: Float64Array, start: Float64Array, weights?: Float64Array, turns = 50): Clustering {
  const [n, k] = [points.length / 2, start.length / 2]
  const [of, centres] = [new Int32Array(n).fill(-1), start.slice()]
  const sums = new Float64Array(k * 3)
  let inertia = 0
  for (let turn = 0; turn < turns; turn++) {
    sums.fill(0)
    inertia = 0
    let moved = 0
    for (let at = 0; at < n; at++) {
      const [x, y, weight] = [points[at * 2] as number, points[at * 2 + 1] as number, weights ? (weights[at] as number) : 1]
      let [nearest, least] = [0, Infinity]
      for (let g = 0; g < k; g++) {
        const [dx, dy] = [x - (centres[g * 2] as number), y - (centres[g * 2 + 1] as number)]
        const distance = dx * dx + dy * dy
        if (distance < least) [nearest, least] = [g, distance]
      }
      if (of[at] !== nearest) moved++
      of[at] = nearest
      inertia += weight * least
      sums[nearest * 3] = (sums[nearest * 3] as number) + weight * x
      sums[nearest * 3 + 1] = (sums[nearest * 3 + 1] as number) + weight * y
      sums[nearest * 3 + 2] = (sums[nearest * 3 + 2] as number) + weight
    }
    if (moved === 0) break
    for (let g = 0; g < k; g++) {
      const mass = sums[g * 3 + 2] as number
      if (mass > 0) {
        centres[g * 2] = (sums[g * 3] as number) / mass
        centres[g * 2 + 1] = (sums[g * 3 + 1] as number) / mass
      }
    }
  }
  return { of, centres, inertia }
}

/** The nearest of the centres to each point. */
export function nearestCentres(points: Float64Array, centres: Float64Array): Int32Array {
  return lloyd(points, centres, undefined, 1).of
}
