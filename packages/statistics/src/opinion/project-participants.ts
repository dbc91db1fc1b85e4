import type { VoteTable } from './vote-table.ts'

/**
 * Where each participant stands on the map: two numbers each, x and y.
 *
 * Method: Polis' sparsity-aware projection, √(T / n_i) Σ (v_ij - m_j) w_j over the statements that i voted on; T is the
 * number of statements with a vote, n_i how many i voted on. Statements that are set aside count as a vote of zero by
 * everybody, as they do in Polis.
 *
 * @example
 * const table = voteTable({ participants: 2, statements: 1, participant: [0, 1], statement: [0, 0], vote: [1, -1] })
 * const { components, centre } = principalComponents(table, centreVotes(voteCounts(table)))
 * [...projectParticipants(table, components, centre)] // ≈ [1, 0, -1, 0]
 */
export function projectParticipants(
  { participants, statements, starts, codes }: VoteTable,
  components: readonly Float64Array[],
  centre: Float64Array,
  setAside: ReadonlySet<number> = new Set(),
): Float64Array {
  const [first, second] = [new Float64Array(statements * 3), new Float64Array(statements * 3)]
  for (let code = 0; code < statements * 3; code++) {
    const what = (code / 3) | 0
    const value = setAside.has(what) ? 0 : (code % 3) - 1 - (centre[what] as number)
    first[code] = value * (components[0]?.[what] ?? 0)
    second[code] = value * (components[1]?.[what] ?? 0)
  }
  const places = new Float64Array(participants * 2)
  for (let who = 0; who < participants; who++) {
    const [from, until] = [starts[who] as number, starts[who + 1] as number]
    let [x, y, votes] = [0, 0, until - from + setAside.size]
    for (let at = from; at < until; at++) {
      const code = codes[at] as number
      if (setAside.size > 0 && setAside.has((code / 3) | 0)) votes--
      x += first[code] as number
      y += second[code] as number
    }
    const scale = Math.sqrt(statements / Math.max(votes, 1))
    places[who * 2] = scale * x
    places[who * 2 + 1] = scale * y
  }
  return places
}
