/** A count as an arc in a network in which what flows into a node flows out of it. */
export type Arc<Reason> = {
  readonly from: string
  readonly to: string
  readonly count: number
  /** What is lost when it is hidden. */
  readonly cost: number
  /** Why it is hidden; undefined as long as it is shown. */
  hidden: Reason | undefined
}

/**
 * Hides more counts, at little cost, until none that is hidden can be computed from those that are shown.
 *
 * Method: a hidden count can be another than it is exactly when it lies on a cycle of hidden arcs, that are raised
 * along the cycle and lowered against it, none of them under 0. Whatever lies on no such cycle is given the cheapest
 * one there is (Dijkstra), and its arcs are hidden for `reason`. There always is one: each arc can be raised with
 * the totals above it. Arcs are treated in the order given.
 *
 * @example
 * const square = [['a', 'b'], ['c', 'b'], ['c', 'd'], ['a', 'd']].map(([from, to]) => ({ from, to, count: 9, cost: 1, hidden: undefined }))
 * square[0].hidden = 'small'
 * protect(square, 'protects-another')
 * square.map((arc) => arc.hidden) // => ['small', 'protects-another', 'protects-another', 'protects-another']
 */
export function protect<Reason>(arcs: readonly Arc<Reason>[], reason: Reason): void {
  const roads = roadsOf(arcs)
  for (const arc of arcs) {
    if (arc.hidden === undefined) continue
    for (const added of cheapestCycle(roads, arc)) added.hidden ??= reason
  }
}

type Road<Reason> = { readonly to: string; readonly arc: Arc<Reason> }

/** From each node, the arcs that may be raised, and against their direction those that may be lowered. */
function roadsOf<Reason>(arcs: readonly Arc<Reason>[]): Map<string, Road<Reason>[]> {
  const roads = new Map<string, Road<Reason>[]>()
  const add = (from: string, to: string, arc: Arc<Reason>) => {
    const leading = roads.get(from) ?? []
    leading.push({ to, arc })
    roads.set(from, leading)
  }
  for (const arc of arcs) {
    add(arc.from, arc.to, arc)
    if (arc.count > 0) add(arc.to, arc.from, arc)
  }
  return roads
}

/** The arcs to hide so that the arc can be raised, or lowered, whichever costs less; hidden ones cost nothing more. */
function cheapestCycle<Reason>(roads: ReadonlyMap<string, readonly Road<Reason>[]>, arc: Arc<Reason>): Arc<Reason>[] {
  const raised = cheapestPath(roads, arc.to, arc.from, arc)
  const lowered = arc.count > 0 ? cheapestPath(roads, arc.from, arc.to, arc) : undefined
  const best = !raised || (lowered && lowered.cost < raised.cost) ? lowered : raised
  if (!best) throw new Error(`No cycle through ${arc.from} – ${arc.to}: the counts are no table with totals`)
  return best.arcs
}

type Path<Reason> = { readonly cost: number; readonly arcs: Arc<Reason>[] }

function cheapestPath<Reason>(roads: ReadonlyMap<string, readonly Road<Reason>[]>, from: string, to: string, without: Arc<Reason>): Path<Reason> | undefined {
  const reached = new Map<string, Path<Reason>>([[from, { cost: 0, arcs: [] }]])
  const done = new Set<string>()
  for (let here = nearest(reached, done); here; here = nearest(reached, done)) {
    const [node, path] = here
    if (node === to) return path
    done.add(node)
    for (const road of roads.get(node) ?? []) {
      if (road.arc === without) continue
      const cost = path.cost + (road.arc.hidden === undefined ? road.arc.cost : 0)
      if (cost < (reached.get(road.to)?.cost ?? Infinity)) reached.set(road.to, { cost, arcs: [...path.arcs, road.arc] })
    }
  }
  return undefined
}

function nearest<Reason>(reached: ReadonlyMap<string, Path<Reason>>, done: ReadonlySet<string>): [string, Path<Reason>] | undefined {
  let best: [string, Path<Reason>] | undefined
  for (const entry of reached) if (!done.has(entry[0]) && entry[1].cost < (best?.[1].cost ?? Infinity)) best = entry
  return best
}
