import type { VoteTable } from './vote-table.ts'

export type Slate = {
  /** In the order they were taken in. */
  readonly statements: readonly number[]
  /** Whether every part of the participants as large as one place in the slate, who agree on something, agree with something in it. */
  readonly justified: boolean
  /** The statements that such a part agrees on and finds nothing for in the slate: none when it is justified. */
  readonly missing: readonly number[]
}

/**
 * A few statements in which as many people as possible find something they agree with: what to lay before a council.
 *
 * Method: proportional approval voting, taken in greedily (Thiele 1895; sequential PAV): each time the statement with the largest
 * Σ 1 / (d_i + 1) over those who agree with it, d_i how many in the slate i agrees with already; of two as good the one more agree
 * with, then the first. Afterwards justified representation (Aziz et al. 2017) is checked: n / size participants who agree on a
 * statement and with none in the slate.
 *
 * @example
 * const table = voteTable({ participants: 3, statements: 3, participant: [0, 1, 0, 1, 2], statement: [0, 0, 1, 1, 2], vote: [1, 1, 1, 1, 1] })
 * proportionalSlate(table, 2) // => { statements: [0, 1], justified: true, missing: [] }
 */
export function proportionalSlate(table: VoteTable, size: number, setAside: ReadonlySet<number> = new Set()): Slate {
  const { participants, statements, starts, codes } = table
  const has = new Uint16Array(participants)
  const [worth, agreeing] = [new Float64Array(statements), new Uint32Array(statements)]
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] as number
    if (code % 3 === 2) agreeing[(code - 2) / 3] = (agreeing[(code - 2) / 3] as number) + 1
  }
  worth.set(agreeing)
  const slate: number[] = []
  while (slate.length < Math.min(size, statements)) {
    const best = bestOf(worth, agreeing, (what) => setAside.has(what) || slate.includes(what))
    if (best === undefined) break
    slate.push(best)
    for (let who = 0; who < participants; who++) {
      const own = codes.subarray(starts[who], starts[who + 1])
      if (!own.includes(best * 3 + 2)) continue
      const d = (has[who] as number) + 1
      has[who] = d
      const less = 1 / (d + 1) - 1 / d
      for (const code of own) if (code % 3 === 2) worth[(code - 2) / 3] = (worth[(code - 2) / 3] as number) + less
    }
  }
  const missing = slate.length === 0 ? [] : withoutAny(table, has).flatMap((many, what) => (!setAside.has(what) && many >= participants / slate.length ? [what] : []))
  return { statements: slate, justified: missing.length === 0, missing }
}

function bestOf(worth: Float64Array, agreeing: Uint32Array, isOut: (what: number) => boolean): number | undefined {
  let best: number | undefined
  for (let what = 0; what < worth.length; what++) {
    // What is left after many small parts were taken away is not exactly nothing.
    if (isOut(what) || (worth[what] as number) < 1e-9) continue
    const lead = best === undefined ? 1 : (worth[what] as number) - (worth[best] as number)
    if (lead > 1e-9 || (lead > -1e-9 && (agreeing[what] as number) > (agreeing[best as number] as number))) best = what
  }
  return best
}

/** How many agree with each statement and have nothing in the slate. */
function withoutAny({ participants, statements, starts, codes }: VoteTable, has: Uint16Array): number[] {
  const many = new Array<number>(statements).fill(0)
  for (let who = 0; who < participants; who++) {
    if (has[who] !== 0) continue
    for (let at = starts[who] as number; at < (starts[who + 1] as number); at++) {
      const code = codes[at] as number
      if (code % 3 === 2) many[(code - 2) / 3] = (many[(code - 2) / 3] as number) + 1
    }
  }
  return many
}
