/** Votes, sparse: only those that were cast. Participants and statements are numbered from 0. */
export type VoteTable = {
  readonly participants: number
  readonly statements: number
  /** The votes of participant i stand at starts[i] to starts[i + 1]. */
  readonly starts: Uint32Array
  /** Each vote as one number: statement × 3 + vote + 1, so that a table of three values a statement is looked up by it. */
  readonly codes: Uint16Array | Uint32Array
}

/** One vote: agree 1, pass 0, disagree -1. */
export type Vote = -1 | 0 | 1

/**
 * A table of votes from three columns of equal length, in any order. When a participant voted twice on a statement the
 * later one in the columns counts.
 *
 * Throws RangeError when the columns differ in length, a number is out of range or a vote is none of -1, 0 and 1.
 *
 * @example
 * const table = voteTable({ participants: 2, statements: 2, participant: [0, 1, 0], statement: [0, 1, 0], vote: [1, -1, 0] })
 * [...table.starts] // => [0, 1, 2]
 * [...table.codes] // => [1, 3]
 */
export function voteTable(columns: {
  readonly participants: number
  readonly statements: number
  readonly participant: ArrayLike<number>
  readonly statement: ArrayLike<number>
  readonly vote: ArrayLike<number>
}): VoteTable {
  const { participants, statements, participant, statement, vote } = columns
  const count = vote.length
  if (participant.length !== count || statement.length !== count) throw new RangeError('The columns differ in length')
  const starts = new Uint32Array(participants + 1)
  for (let at = 0; at < count; at++) {
    const [who, what, how] = [participant[at] as number, statement[at] as number, vote[at] as number]
    if (!(who >= 0 && who < participants && what >= 0 && what < statements && (how === 0 || how === 1 || how === -1)))
      throw new RangeError(`Vote ${at} is out of range: participant ${who}, statement ${what}, vote ${how}`)
    starts[who + 1] = (starts[who + 1] as number) + 1
  }
  for (let who = 0; who < participants; who++) starts[who + 1] = (starts[who + 1] as number) + (starts[who] as number)
  const codes = codesFor(statements, count)
  const next = starts.slice(0, participants)
  for (let at = 0; at < count; at++) {
    const who = participant[at] as number
    codes[next[who] as number] = (statement[at] as number) * 3 + (vote[at] as number) + 1
    next[who] = (next[who] as number) + 1
  }
  return lastVotesOnly({ participants, statements, starts, codes })
}

/**
 * Room for so many votes on so many statements: two bytes a vote while they suffice.
 *
 * @example
 * codesFor(1000, 5).BYTES_PER_ELEMENT // => 2
 */
export function codesFor(statements: number, count: number): Uint16Array | Uint32Array {
  return statements * 3 <= 65_536 ? new Uint16Array(count) : new Uint32Array(count)
}

/** The same table where of several votes by one participant on one statement only the last is left. */
export function lastVotesOnly(table: VoteTable): VoteTable {
  const { participants, statements, starts, codes } = table
  const lastBy = new Int32Array(statements).fill(-1)
  const kept = new Uint32Array(participants + 1)
  let length = 0
  for (let who = 0; who < participants; who++) {
    const [from, until] = [starts[who] as number, starts[who + 1] as number]
    // Backwards the first one seen is the last one cast; what is kept stands where it stood, in its order.
    let write = until
    for (let at = until - 1; at >= from; at--) {
      const code = codes[at] as number
      const what = (code / 3) | 0
      if (lastBy[what] === who) continue
      lastBy[what] = who
      codes[--write] = code
    }
    codes.copyWithin(length, write, until)
    length += until - write
    kept[who + 1] = length
  }
  return { participants, statements, starts: kept, codes: codes.subarray(0, length) }
}
