/** One thing that is known of the population: how many are at each level of a variable. */
export type Margin = {
  readonly name: string
  /** The level of each respondent, 0 to the number of levels less one; -1 where it is missing. */
  readonly of: ArrayLike<number>
  /** The population at each level, in persons or as shares. */
  readonly totals: readonly number[]
}

export type Raked = {
  readonly weights: Float64Array
  readonly converged: boolean
  readonly iterations: number
  /** The largest distance between a level's weight and what it should be, in parts of the latter. */
  readonly largestMarginError: number
  /** Why no weights can meet the margins, where that can be told beforehand. */
  readonly infeasible: Infeasible | undefined
}
export type Infeasible =
  | { readonly because: 'nobody-at-level'; readonly margin: string; readonly level: number }
  | { readonly because: 'totals-differ'; readonly margin: string; readonly total: number; readonly first: number }

export type RakeOptions = {
  /** The largest weight, in means of the weights: what is above is cut in every turn. */
  readonly cap?: number
  readonly tolerance?: number
  readonly mostIterations?: number
}

/**
 * Weights with which a sample has the population's margins: each turn multiplies the weights at every level of every margin by
 * what is wanted there through what is there.
 *
 * Method: iterative proportional fitting (Deming & Stephan 1940). Who lacks a variable keeps their weight in its turn, and the
 * others are fitted to the shares of the rest (as anesrake does). With a cap, weights above cap × mean are set to it and all are
 * brought back to the same sum, after every turn (anesrake again). Ends when no margin is more than `tolerance` off (10⁻¹⁰), or with
 * a cap when a turn moves the weights hardly less than the one before; not converged after `mostIterations` (1,000). Totals that sum to 1 are shares: the weights then
 * keep the sum they began with.
 *
 * Throws RangeError when there is no respondent, or lengths differ, or a base weight is not over 0.
 *
 * @example
 * const { weights, converged } = rake([1, 1, 1, 1], [{ name: 'sex', of: [0, 0, 0, 1], totals: [50, 50] }])
 * [...weights] // ≈ [16.666667, 16.666667, 16.666667, 50]
 * converged // => true
 */
export function rake(base: ArrayLike<number>, margins: readonly Margin[], { cap = Infinity, tolerance = 1e-10, mostIterations = 1000 }: RakeOptions = {}): Raked {
  check(base, margins)
  const weights = Float64Array.from(base)
  const infeasible = infeasibleOf(weights, margins)
  if (infeasible) return { weights, converged: false, iterations: 0, largestMarginError: largestError(weights, margins), infeasible }
  scaleTo(weights, populationOf(weights, margins))
  const limit = (cap * sumOf(weights)) / weights.length
  const before = new Float64Array(weights.length)
  let movedBefore = Infinity
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    before.set(weights)
    for (const margin of margins) fit(weights, margin)
    if (cap < Infinity) cut(weights, limit)
    const largestMarginError = largestError(weights, margins)
    if (largestMarginError <= tolerance) return { weights, converged: true, iterations: iteration, largestMarginError, infeasible: undefined }
    // The capped fit may have nowhere more to go: that is an answer, though not the margins'.
    const moved = weights.reduce((total, weight, at) => total + Math.abs(weight - (before[at] as number)), 0)
    if (cap < Infinity && moved > leastGain * movedBefore) return { weights, converged: false, iterations: iteration, largestMarginError, infeasible: undefined }
    movedBefore = moved
  }
  return { weights, converged: false, iterations: mostIterations, largestMarginError: largestError(weights, margins), infeasible: undefined }
}

/** The sum that weights are brought to: the population of the margins, or the sum they have when the margins are shares. */
export function populationOf(weights: ArrayLike<number>, margins: readonly Margin[]): number {
  const total = sumOf(margins[0]?.totals ?? [])
  return margins.length === 0 || Math.abs(total - 1) < 1e-6 ? sumOf(weights) : total
}

/** The weight at each level and of those without one. */
export function massesOf(weights: ArrayLike<number>, { of, totals }: Margin): { readonly at: Float64Array; readonly missing: number } {
  const at = new Float64Array(totals.length)
  let missing = 0
  for (let who = 0; who < weights.length; who++) {
    const [level, weight] = [of[who] as number, weights[who] as number]
    if (level < 0) missing += weight
    else at[level] = (at[level] as number) + weight
  }
  return { at, missing }
}

function fit(weights: Float64Array, margin: Margin): void {
  const { at, missing } = massesOf(weights, margin)
  const [present, wanted] = [sumOf(weights) - missing, sumOf(margin.totals)]
  const factors = at.map((mass, level) => (mass === 0 ? 1 : ((margin.totals[level] as number) / wanted) * (present / mass)))
  for (let who = 0; who < weights.length; who++) {
    const level = margin.of[who] as number
    if (level >= 0) weights[who] = (weights[who] as number) * (factors[level] as number)
  }
}

function cut(weights: Float64Array, limit: number): void {
  const sum = sumOf(weights)
  const slack = (capSlack * sum) / weights.length
  for (let turn = 0; turn < 1000; turn++) {
    if (!weights.some((weight) => weight > limit + slack)) return
    for (let who = 0; who < weights.length; who++) weights[who] = Math.min(weights[who] as number, limit)
    scaleTo(weights, sum)
  }
}

// anesrake stops when a turn moves the weights less than 1 % less than the turn before did.
const leastGain = 0.99

// In means of the weights: anesrake lets a weight stand that is no more than this above the cap, and so do we, to give its answers.
const capSlack = 1e-4

export function largestError(weights: ArrayLike<number>, margins: readonly Margin[]): number {
  const sum = sumOf(weights)
  return Math.max(
    0,
    ...margins.flatMap((margin) => {
      const { at, missing } = massesOf(weights, margin)
      const wanted = sumOf(margin.totals)
      return Array.from(at, (mass, level) => {
        const should = ((margin.totals[level] as number) / wanted) * (sum - missing)
        return should === 0 ? (mass === 0 ? 0 : Infinity) : Math.abs(mass / should - 1)
      })
    }),
  )
}

function infeasibleOf(weights: Float64Array, margins: readonly Margin[]): Infeasible | undefined {
  const first = sumOf(margins[0]?.totals ?? [])
  for (const margin of margins) {
    const total = sumOf(margin.totals)
    if (Math.abs(total - first) > 1e-6 * Math.max(first, total)) return { because: 'totals-differ', margin: margin.name, total, first }
    const { at } = massesOf(weights, margin)
    const level = at.findIndex((mass, each) => mass === 0 && (margin.totals[each] as number) > 0)
    if (level >= 0) return { because: 'nobody-at-level', margin: margin.name, level }
  }
  return undefined
}

function check(base: ArrayLike<number>, margins: readonly Margin[]): void {
  if (base.length === 0) throw new RangeError('There is nobody to weight')
  for (let who = 0; who < base.length; who++) if (!((base[who] as number) > 0 && Number.isFinite(base[who]))) throw new RangeError(`A base weight is over 0, not ${base[who]}`)
  for (const { name, of, totals } of margins) {
    if (of.length !== base.length) throw new RangeError(`${name} has ${of.length} levels for ${base.length} respondents`)
    if (totals.length === 0 || !totals.every((total) => Number.isFinite(total) && total >= 0)) throw new RangeError(`The totals of ${name} are numbers of 0 or more`)
    for (let who = 0; who < of.length; who++) if ((of[who] as number) >= totals.length) throw new RangeError(`${name} has no level ${of[who]}`)
  }
}

function scaleTo(weights: Float64Array, sum: number): void {
  const factor = sum / sumOf(weights)
  for (let who = 0; who < weights.length; who++) weights[who] = (weights[who] as number) * factor
}

export function sumOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += values[at] as number
  return sum
}
