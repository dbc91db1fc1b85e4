import { tridiagonalEigen } from './tridiagonal-eigen.ts'
import type { VoteTable } from './vote-table.ts'

export type PrincipalComponents = {
  /** One number a statement and component, each component of length 1; all zero where the votes do not vary that far. */
  readonly components: readonly Float64Array[]
  /** Sums of squares along each component, the largest first. */
  readonly eigenvalues: readonly number[]
  readonly centre: Float64Array
}

/**
 * The main directions in which votes vary, exactly. A missing vote is the mean of its statement, so that it is zero when
 * the votes are centred and never has to be stored: the work is proportional to the votes, not to participants × statements.
 *
 * Method: top right singular vectors of F, F_ij = v_ij - m_j where i voted on j, else 0, by Lanczos' iteration on FᵀF with
 * full reorthogonalisation (Paige 1970; Parlett, The Symmetric Eigenvalue Problem, ch. 13), begun from a vector made of the
 * votes. Ends when the residual of each component is below 10⁻¹⁰ of the first eigenvalue. Each axis is turned so that its
 * loadings have positive third moment, and if they have none so that the first that is not zero is positive.
 *
 * @example
 * const table = voteTable({ participants: 2, statements: 2, participant: [0, 0, 1, 1], statement: [0, 1, 0, 1], vote: [1, 1, -1, -1] })
 * const { components, eigenvalues } = principalComponents(table, centreVotes(voteCounts(table)), 1)
 * [...components[0]] // ≈ [0.707107, 0.707107]
 * eigenvalues // ≈ [4]
 */
export function principalComponents(table: VoteTable, centre: Float64Array, count = 2, setAside: ReadonlySet<number> = new Set()): PrincipalComponents {
  const T = table.statements
  const multiply = centredGram(table, centre, setAside)
  const basis: Float64Array[] = []
  const [alpha, beta]: [number[], number[]] = [[], []]
  let next = normalised(startOf(table, centre, setAside))
  const none = { components: Array.from({ length: count }, () => new Float64Array(T)), eigenvalues: Array.from({ length: count }, () => 0), centre }
  if (!next) return none
  const most = Math.min(T, longestIteration)
  for (let step = 0; ; step++) {
    basis.push(next)
    const image = multiply(next)
    alpha.push(dot(image, next))
    // Twice is enough (Kahan, in Parlett §6.9): the basis stays orthogonal to the last bit.
    for (let again = 0; again < 2; again++) for (const each of basis) addScaled(image, each, -dot(image, each))
    const left = Math.sqrt(dot(image, image))
    beta.push(left)
    const isSpent = left <= 1e-13 * Math.max(1e-300, ...alpha) || basis.length === most
    if (isSpent || (step >= count && step % 2 === 0)) {
      const { values, vectors } = tridiagonalEigen(alpha, beta.slice(0, -1))
      const found = Math.min(count, values.length)
      const largest = values[0] ?? 0
      const isClose = Array.from({ length: found }, (_, at) => Math.abs(left * (vectors[at]?.[basis.length - 1] ?? 0)) <= precision * largest).every(Boolean)
      if (isSpent || (isClose && found === count)) {
        if (!(largest > 0)) return none
        const components = none.components.map((zero, at) => ((values[at] ?? 0) > 1e-12 * largest ? turned(combined(basis, vectors[at] ?? [])) : zero))
        return { components, eigenvalues: none.eigenvalues.map((zero, at) => Math.max(zero, values[at] ?? 0)), centre }
      }
    }
    next = image.map((value) => value / left)
  }
}

const longestIteration = 400
const precision = 1e-10

/** Multiplies by FᵀF: one lookup and one addition a vote each way. */
function centredGram({ participants, statements, starts, codes }: VoteTable, centre: Float64Array, setAside: ReadonlySet<number>): (vector: Float64Array) => Float64Array {
  const [table, sums] = [new Float64Array(statements * 3), new Float64Array(statements * 3)]
  const weight = new Float64Array(statements * 3)
  for (let code = 0; code < statements * 3; code++) {
    const what = (code / 3) | 0
    weight[code] = setAside.has(what) ? 0 : (code % 3) - 1 - (centre[what] as number)
  }
  return (vector) => {
    for (let code = 0; code < table.length; code++) table[code] = (weight[code] as number) * (vector[(code / 3) | 0] as number)
    sums.fill(0)
    for (let who = 0; who < participants; who++) {
      const [from, until] = [starts[who] as number, starts[who + 1] as number]
      let along = 0
      for (let at = from; at < until; at++) along += table[codes[at] as number] as number
      for (let at = from; at < until; at++) {
        const code = codes[at] as number
        sums[code] = (sums[code] as number) + along
      }
    }
    const image = new Float64Array(statements)
    for (let code = 0; code < sums.length; code++) {
      const what = (code / 3) | 0
      image[what] = (image[what] as number) + (weight[code] as number) * (sums[code] as number)
    }
    return image
  }
}

/** What varies most, to begin from: depends on the votes alone, and is not at right angles to the first component unless all is lost. */
function startOf({ participants, statements, starts, codes }: VoteTable, centre: Float64Array, setAside: ReadonlySet<number>): Float64Array {
  const start = new Float64Array(statements)
  for (let who = 0; who < participants; who++) {
    const [from, until] = [starts[who] as number, starts[who + 1] as number]
    // Each participant counts with a weight of their own, so that no likeness between them cancels.
    const size = 1 + (Math.imul(who + 1, 0x9e3779b1) >>> 8) / 2 ** 24 + (Math.imul((who + 1) ** 2, 0x85ebca6b) >>> 8) / 2 ** 24
    for (let at = from; at < until; at++) {
      const code = codes[at] as number
      const what = (code / 3) | 0
      if (!setAside.has(what)) start[what] = (start[what] as number) + size * ((code % 3) - 1 - (centre[what] as number))
    }
  }
  return start
}

function turned(vector: Float64Array): Float64Array {
  let cubes = 0
  for (const value of vector) cubes += value ** 3
  const first = Math.abs(cubes) > 1e-9 ? cubes : (vector.find((value) => Math.abs(value) > 1e-9) ?? 1)
  return first < 0 ? vector.map((value) => -value) : vector
}

function combined(basis: readonly Float64Array[], weights: ArrayLike<number>): Float64Array {
  const vector = new Float64Array(basis[0]?.length ?? 0)
  basis.forEach((each, at) => {
    addScaled(vector, each, weights[at] ?? 0)
  })
  return normalised(vector) ?? vector
}

function normalised(vector: Float64Array): Float64Array | undefined {
  const length = Math.sqrt(dot(vector, vector))
  return length > 1e-12 ? vector.map((value) => value / length) : undefined
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number)
  return sum
}

function addScaled(target: Float64Array, vector: Float64Array, scale: number): void {
  for (let at = 0; at < target.length; at++) target[at] = (target[at] as number) + scale * (vector[at] as number)
}
