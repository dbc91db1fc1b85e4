import type { VoteTable } from './vote-table.ts'

export type Bridging = {
  /** How much those who agree with the statement disagree about everything else. */
  readonly pairwiseDisagreement: number
  /** How many agree with it in the slice of people where fewest do: a power mean with p = -10 over the slices, near to a minimum. */
  readonly pMean: number
}

/**
 * How far each statement brings together people who otherwise differ, without any groups: two scores.
 *
 * Method: pairwise disagreement (4 / n²) (1 / m) Σ_c' |N_c ∩ N_c'| |N_c \ N_c'|, N_c those who agree with c, of n participants and
 * m statements; a pair that agrees with c counts with the share of statements that one of them agrees with and the other not. The
 * p-mean is the mean over c' of (w a₁ᵖ + (1 - w) a₂ᵖ)^(1/p), a₁ and a₂ the shares that agree with c among those who agree with c' and
 * among those who do not, w the part of the first; of participants who voted on both, and 0 where nobody did.
 *
 * @example
 * const table = voteTable({ participants: 4, statements: 2, participant: [0, 0, 1, 1, 2, 2, 3, 3], statement: [0, 1, 0, 1, 0, 1, 0, 1], vote: [1, 1, 1, 1, 1, -1, 1, -1] })
 * const [all, half] = bridgingScores(table)
 * [all.pairwiseDisagreement, half.pairwiseDisagreement] // => [0.5, 0]
 * [all.pMean, half.pMean] // ≈ [1, 0.5]
 */
export function bridgingScores(table: VoteTable, power = -10): Bridging[] {
  const { participants: n, statements: m } = table
  const votes = votesInOrder(table)
  const [apart, means, slices] = [new Float64Array(m), new Float64Array(m), new Uint32Array(m)]
  const agreeing = agreesOf(table)
  // Of those who voted on c and c': how many agree with both, with c only, with c' only, with neither.
  const cells = new Uint32Array(m * 4)
  for (let what = 0; what < m; what++) {
    cells.fill(0)
    countAfter(votes, what, cells)
    for (let other = what + 1; other < m; other++) {
      const [yesYes, yesNo, noYes, noNo] = [cells[other * 4] as number, cells[other * 4 + 1] as number, cells[other * 4 + 2] as number, cells[other * 4 + 3] as number]
      apart[what] = (apart[what] as number) + yesYes * ((agreeing[what] as number) - yesYes)
      apart[other] = (apart[other] as number) + yesYes * ((agreeing[other] as number) - yesYes)
      if (yesYes + yesNo + noYes + noNo === 0) continue
      slices[what] = (slices[what] as number) + 1
      slices[other] = (slices[other] as number) + 1
      means[what] = (means[what] as number) + powerMean(yesYes, yesYes + noYes, yesNo, yesNo + noNo, power)
      means[other] = (means[other] as number) + powerMean(yesYes, yesYes + yesNo, noYes, noYes + noNo, power)
    }
  }
  return Array.from({ length: m }, (_, what) => ({
    pairwiseDisagreement: n === 0 ? 0 : (4 * (apart[what] as number)) / (n * n * m),
    pMean: slices[what] === 0 ? 0 : (means[what] as number) / (slices[what] as number),
  }))
}

/** Of the people in two slices, the share that agrees, as a power mean; a slice that nobody is in says nothing. */
function powerMean(agree1: number, of1: number, agree2: number, of2: number, power: number): number {
  if (of1 === 0 || of2 === 0) return (agree1 + agree2) / (of1 + of2)
  if (power < 0 && (agree1 === 0 || agree2 === 0)) return 0
  const w = of1 / (of1 + of2)
  return (w * wholePower(agree1 / of1, power) + (1 - w) * wholePower(agree2 / of2, power)) ** (1 / power)
}

// By squaring: a hundred thousand times a call, several times faster than **.
function wholePower(base: number, power: number): number {
  if (!Number.isInteger(power)) return base ** power
  let [result, square] = [1, base]
  for (let left = Math.abs(power); left > 0; left >>= 1) {
    if (left & 1) result *= square
    square *= square
  }
  return power < 0 ? 1 / result : result
}

function agreesOf({ statements, codes }: VoteTable): Uint32Array {
  const agreeing = new Uint32Array(statements)
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] as number
    if (code % 3 === 2) agreeing[(code - 2) / 3] = (agreeing[(code - 2) / 3] as number) + 1
  }
  return agreeing
}

/** The votes of each participant in the order of the statements, and where the votes on each statement stand among them. */
type InOrder = {
  /** Statement × 4, and 1 more where it is not agreed with. */
  readonly cellOf: Uint32Array
  readonly from: Uint32Array
  readonly place: Uint32Array
  /** Where the votes of the participant end that the vote at each place is one of. */
  readonly until: Uint32Array
}

function votesInOrder({ participants, statements, starts, codes }: VoteTable): InOrder {
  const [cellOf, from] = [new Uint32Array(codes.length), new Uint32Array(statements + 1)]
  for (let who = 0; who < participants; who++) {
    const own = codes.slice(starts[who], starts[who + 1])
    if (own.some((code, at) => at > 0 && code < (own[at - 1] as number))) own.sort()
    own.forEach((code, at) => {
      const what = (code / 3) | 0
      cellOf[(starts[who] as number) + at] = what * 4 + (code % 3 === 2 ? 0 : 1)
      from[what + 1] = (from[what + 1] as number) + 1
    })
  }
  for (let what = 0; what < statements; what++) from[what + 1] = (from[what + 1] as number) + (from[what] as number)
  const [place, until, next] = [new Uint32Array(codes.length), new Uint32Array(codes.length), from.slice()]
  for (let who = 0; who < participants; who++)
    for (let at = starts[who] as number; at < (starts[who + 1] as number); at++) {
      const what = (cellOf[at] as number) >> 2
      place[next[what] as number] = at
      until[next[what] as number] = starts[who + 1] as number
      next[what] = (next[what] as number) + 1
    }
  return { cellOf, from, place, until }
}

/** Counts what those who voted on a statement said of each that comes after it. */
function countAfter({ cellOf, from, place, until }: InOrder, what: number, cells: Uint32Array): void {
  const last = from[what + 1] as number
  for (let each = from[what] as number; each < last; each++) {
    const at = place[each] as number
    const offset = ((cellOf[at] as number) & 1) * 2
    const end = until[each] as number
    for (let beside = at + 1; beside < end; beside++) {
      const cell = (cellOf[beside] as number) + offset
      cells[cell] = (cells[cell] as number) + 1
    }
  }
}
