import type { Graph } from './nearest-texts.ts'

/**
 * Parts of a graph that are tied more to themselves than to the rest: the community of each node, numbered by size, the largest 0.
 *
 * Method: Louvain (Blondel et al. 2008) for modularity with a resolution (Reichardt & Bornholdt 2006; 1.5 unless said: higher makes more and
 * smaller ones), nodes taken in the order given, a move needing a clear gain; after the last level single nodes are moved once more. No
 * randomness: the same graph gives the same communities.
 *
 * @example
 * const graph = { size: 4, starts: Uint32Array.of(0, 1, 2, 3, 4), neighbours: Uint32Array.of(1, 0, 3, 2), weights: Float32Array.of(1, 1, 1, 1) }
 * [...findCommunities(graph)] // => [0, 0, 1, 1]
 */
export function findCommunities(graph: Graph, resolution = 1.5): Int32Array {
  let level = graph
  let of: Int32Array = Int32Array.from({ length: graph.size }, (_, node) => node)
  for (let turn = 0; turn < 20; turn++) {
    const moved = moveNodes(
      level,
      Int32Array.from({ length: level.size }, (_, node) => node),
      resolution,
    )
    const count = renumber(moved)
    of = of.map((community) => moved[community] as number)
    if (count === level.size) break
    level = gathered(level, moved, count)
  }
  of = moveNodes(graph, of, resolution)
  return bySize(of)
}

function moveNodes({ size, starts, neighbours, weights }: Graph, start: Int32Array, resolution: number): Int32Array {
  const of = start.slice()
  const degree = new Float64Array(size)
  for (let node = 0; node < size; node++)
    for (let at = starts[node] as number; at < (starts[node + 1] as number); at++) degree[node] = (degree[node] as number) + (weights[at] as number)
  const total = degree.reduce((sum, each) => sum + each, 0) || 1
  const mass = new Float64Array(size)
  for (let node = 0; node < size; node++) mass[of[node] as number] = (mass[of[node] as number] as number) + (degree[node] as number)
  const tied = new Float64Array(size)
  for (let turn = 0, moves = 1; moves > 0 && turn < 100; turn++) {
    moves = 0
    for (let node = 0; node < size; node++) {
      const [own, from, until] = [of[node] as number, starts[node] as number, starts[node + 1] as number]
      const near: number[] = []
      for (let at = from; at < until; at++) {
        if (neighbours[at] === node) continue
        const community = of[neighbours[at] as number] as number
        if (tied[community] === 0) near.push(community)
        tied[community] = (tied[community] as number) + (weights[at] as number)
      }
      mass[own] = (mass[own] as number) - (degree[node] as number)
      const worth = (community: number) => (tied[community] as number) - (resolution * (mass[community] as number) * (degree[node] as number)) / total
      let [best, most] = [own, worth(own)]
      for (const community of near) if (worth(community) > most + 1e-9) [best, most] = [community, worth(community)]
      mass[best] = (mass[best] as number) + (degree[node] as number)
      for (const community of near) tied[community] = 0
      if (best !== own) moves++
      of[node] = best
    }
  }
  return of
}

/** Numbers communities from 0 in the order they first come; answers with how many there are. */
function renumber(of: Int32Array): number {
  const names = new Map<number, number>()
  for (let node = 0; node < of.length; node++) {
    const name = of[node] as number
    if (!names.has(name)) names.set(name, names.size)
    of[node] = names.get(name) as number
  }
  return names.size
}

function gathered({ size, starts, neighbours, weights }: Graph, of: Int32Array, count: number): Graph {
  const ties: Map<number, number>[] = Array.from({ length: count }, () => new Map())
  for (let node = 0; node < size; node++)
    for (let at = starts[node] as number; at < (starts[node + 1] as number); at++) {
      const [one, other] = [of[node] as number, of[neighbours[at] as number] as number]
      ties[one]?.set(other, (ties[one]?.get(other) ?? 0) + (weights[at] as number))
    }
  const from = new Uint32Array(count + 1)
  const [beside, weight]: [number[], number[]] = [[], []]
  ties.forEach((own, community) => {
    for (const [other, sum] of [...own].sort((a, b) => a[0] - b[0])) {
      beside.push(other)
      weight.push(sum)
    }
    from[community + 1] = beside.length
  })
  return { size: count, starts: from, neighbours: Uint32Array.from(beside), weights: Float32Array.from(weight) }
}

function bySize(of: Int32Array): Int32Array {
  const count = renumber(of)
  const sizes = new Int32Array(count)
  for (const community of of) sizes[community] = (sizes[community] as number) + 1
  const order = Array.from({ length: count }, (_, community) => community).sort((one, other) => (sizes[other] as number) - (sizes[one] as number) || one - other)
  const place = new Int32Array(count)
  order.forEach((community, at) => {
    place[community] = at
  })
  return of.map((community) => place[community] as number)
}
