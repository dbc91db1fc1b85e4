import { codesFor, type VoteTable } from './vote-table.ts'

/**
 * The votes of the given participants, in the order given; one that is given twice comes twice.
 *
 * @example
 * const table = voteTable({ participants: 2, statements: 1, participant: [0, 1], statement: [0, 0], vote: [1, -1] })
 * [...sampleParticipants(table, [1, 1, 0]).codes] // => [0, 0, 2]
 */
export function sampleParticipants({ statements, starts, codes }: VoteTable, who: ArrayLike<number>): VoteTable {
  let length = 0
  for (let at = 0; at < who.length; at++) length += (starts[(who[at] as number) + 1] as number) - (starts[who[at] as number] as number)
  const [taken, from] = [codesFor(statements, length), new Uint32Array(who.length + 1)]
  for (let at = 0, next = 0; at < who.length; at++) {
    const own = codes.subarray(starts[who[at] as number] as number, starts[(who[at] as number) + 1] as number)
    taken.set(own, next)
    next += own.length
    from[at + 1] = next
  }
  return { participants: who.length, statements, starts: from, codes: taken }
}

/** Every nth participant, the first among them. */
export function everyNth(table: VoteTable, n: number): VoteTable {
  return sampleParticipants(
    table,
    Uint32Array.from({ length: Math.ceil(table.participants / n) }, (_, at) => at * n),
  )
}
