import { codesFor, type VoteTable } from './vote-table.ts'

export type Ordered = {
  readonly table: VoteTable
  /** The participant and the statement of the table given that stand at each place of the ordered one. */
  readonly participants: Uint32Array
  readonly statements: Uint32Array
}

/**
 * The same votes with participants and statements in an order that depends on the votes alone: whoever shuffles the rows
 * or renames the ids gets the same table, to the last bit of every sum made over it.
 *
 * Those who voted exactly alike count once, so that to double every participant changes no order.
 *
 * Method: colour refinement (Weisfeiler & Leman 1968) on the graph of votes. A participant's signature is the sum of what
 * was voted on statements of which signature, and the other way round, three rounds, 64 bits; then both are sorted by it.
 * Those with the same signature stand in the order given: they voted alike, as far as three rounds can see.
 *
 * @example
 * const votes = { participants: 2, statements: 2, participant: [0, 0, 1], statement: [0, 1, 0], vote: [1, -1, 1] }
 * const renamed = { ...votes, participant: [1, 1, 0], statement: [1, 0, 1] }
 * [...canonicalOrder(voteTable(votes)).table.codes] // => [...canonicalOrder(voteTable(renamed)).table.codes]
 */
export function canonicalOrder(table: VoteTable): Ordered {
  const { participants: P, statements: T } = table
  const isFirst = firstOfAlike(table)
  const who = { low: new Uint32Array(P), high: new Uint32Array(P) }
  const what = { low: new Uint32Array(T), high: new Uint32Array(T) }
  for (let round = 0; round < rounds; round++) {
    signStatements(table, isFirst, who, what)
    signParticipants(table, what, who)
  }
  const participants = sortedBy(who, P)
  const statements = sortedBy(what, T)
  return { table: reordered(table, participants, statements), participants, statements }
}

const rounds = 2

/** Marks one of all who voted exactly alike. */
function firstOfAlike({ participants, statements, starts, codes }: VoteTable): Uint8Array {
  const who = { low: new Uint32Array(participants), high: new Uint32Array(participants) }
  const number = Uint32Array.from({ length: statements }, (_, what) => what + 1)
  signParticipants({ participants, statements, starts, codes }, { low: number.map((each) => mixed(each)), high: number.map((each) => mixed(~each)) }, who)
  const [order, isFirst] = [sortedBy(who, participants), new Uint8Array(participants).fill(1)]
  for (let at = 1; at < participants; at++) {
    const [one, other] = [order[at - 1] as number, order[at] as number]
    if (who.low[one] === who.low[other] && who.high[one] === who.high[other]) isFirst[other] = 0
  }
  return isFirst
}

type Signatures = { readonly low: Uint32Array; readonly high: Uint32Array }

function signStatements({ participants, starts, codes }: VoteTable, isFirst: Uint8Array, who: Signatures, what: Signatures): void {
  const [low, high] = [new Uint32Array(what.low.length * 3), new Uint32Array(what.low.length * 3)]
  for (let i = 0; i < participants; i++) {
    if (isFirst[i] === 0) continue
    const until = starts[i + 1] as number
    // A participant is known by how much they voted before anything else is known of them.
    const many = until - (starts[i] as number)
    const [one, other] = [mixed((who.low[i] as number) ^ Math.imul(many, 0x9e3779b1)), mixed((who.high[i] as number) + many)]
    for (let at = starts[i] as number; at < until; at++) {
      const code = codes[at] as number
      low[code] = ((low[code] as number) + one) >>> 0
      high[code] = ((high[code] as number) + other) >>> 0
    }
  }
  for (let j = 0; j < what.low.length; j++) {
    what.low[j] = mixed(mixed(mixed(low[j * 3] as number) + (low[j * 3 + 1] as number)) + (low[j * 3 + 2] as number))
    what.high[j] = mixed(mixed(mixed(high[j * 3] as number) ^ (high[j * 3 + 1] as number)) ^ (high[j * 3 + 2] as number))
  }
}

function signParticipants({ participants, statements, starts, codes }: VoteTable, what: Signatures, who: Signatures): void {
  const [low, high] = [new Uint32Array(statements * 3), new Uint32Array(statements * 3)]
  for (let code = 0; code < statements * 3; code++) {
    const j = (code / 3) | 0
    low[code] = mixed((what.low[j] as number) + Math.imul((code % 3) + 1, 0x85ebca6b))
    high[code] = mixed((what.high[j] as number) ^ Math.imul((code % 3) + 1, 0xc2b2ae35))
  }
  for (let i = 0; i < participants; i++) {
    let [one, other] = [0, 0]
    const until = starts[i + 1] as number
    for (let at = starts[i] as number; at < until; at++) {
      one = (one + (low[codes[at] as number] as number)) | 0
      other = (other + (high[codes[at] as number] as number)) | 0
    }
    who.low[i] = mixed(one)
    who.high[i] = mixed(other)
  }
}

// The finaliser of MurmurHash3 (Appleby, public domain).
function mixed(bits: number): number {
  let h = bits >>> 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

function sortedBy({ low, high }: Signatures, count: number): Uint32Array {
  // 21 bits of the signature beside the place: one number each, sorted at once; the rare equals are set right afterwards.
  const keys = new Float64Array(count)
  for (let at = 0; at < count; at++) keys[at] = ((high[at] as number) >>> 10) * 2 ** 31 + at
  keys.sort()
  const order = new Uint32Array(count)
  for (let at = 0; at < count; at++) order[at] = (keys[at] as number) % 2 ** 31
  const key = (at: number) => (high[at] as number) >>> 10
  for (let from = 0; from < count; ) {
    let until = from + 1
    while (until < count && key(order[until] as number) === key(order[from] as number)) until++
    if (until - from > 1) order.subarray(from, until).sort((a, b) => (high[a] as number) - (high[b] as number) || (low[a] as number) - (low[b] as number) || a - b)
    from = until
  }
  return order
}

function reordered({ participants: P, statements: T, starts, codes }: VoteTable, participants: Uint32Array, statements: Uint32Array): VoteTable {
  const recoded = new Uint32Array(T * 3)
  for (let place = 0; place < T; place++) for (let vote = 0; vote < 3; vote++) recoded[(statements[place] as number) * 3 + vote] = place * 3 + vote
  const [ordered, from] = [codesFor(T, codes.length), new Uint32Array(P + 1)]
  let length = 0
  for (let place = 0; place < P; place++) {
    const i = participants[place] as number
    const [begin, until] = [starts[i] as number, starts[i + 1] as number]
    for (let at = begin; at < until; at++) ordered[length++] = recoded[codes[at] as number] as number
    // Votes in the order of the statements, so that sums along a row are made in one order too.
    ordered.subarray(length - (until - begin), length).sort()
    from[place + 1] = length
  }
  return { participants: P, statements: T, starts: from, codes: ordered }
}
