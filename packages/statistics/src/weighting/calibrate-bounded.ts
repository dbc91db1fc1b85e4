import { largestError, type Margin, massesOf, populationOf, type Raked, sumOf } from './rake.ts'

/**
 * Weights with which a sample has the population's margins, and no weight is less than `low` or more than `high` times the base
 * weight (brought to the population's sum).
 *
 * Method: calibration with the logit distance (Deville & Särndal 1992, case 6), by Newton's method with halved steps on the
 * multipliers of the margins. Not converged when the bounds leave no such weights.
 *
 * Throws RangeError unless 0 ≤ low < 1 < high.
 *
 * @example
 * const { weights, converged } = calibrateBounded([1, 1, 1, 1], [{ name: 'sex', of: [0, 0, 0, 1], totals: [2, 2] }], { low: 0.5, high: 3 })
 * [...weights] // ≈ [0.666667, 0.666667, 0.666667, 2]
 * converged // => true
 */
export function calibrateBounded(
  base: ArrayLike<number>,
  margins: readonly Margin[],
  { low, high, mostIterations = 200 }: { low: number; high: number; mostIterations?: number },
): Raked {
  if (!(low >= 0 && low < 1 && high > 1)) throw new RangeError(`The bounds lie on either side of 1, not at ${low} and ${high}`)
  const population = populationOf(base, margins)
  const scale = population / sumOf(base)
  const design = Float64Array.from(base, (weight) => weight * scale)
  const offsets = margins.map((_, at) => margins.slice(0, at).reduce((sum, { totals }) => sum + totals.length, 0))
  const size = margins.reduce((sum, { totals }) => sum + totals.length, 0)
  const wanted = margins.flatMap((margin) => {
    const { missing } = massesOf(design, margin)
    const whole = sumOf(margin.totals)
    return margin.totals.map((total) => (total / whole) * (population - missing))
  })
  const steep = (high - low) / ((1 - low) * (high - 1))
  const cellsOf = (who: number) => margins.flatMap(({ of }, at) => ((of[who] as number) < 0 ? [] : [(offsets[at] as number) + (of[who] as number)]))
  const cells = Array.from({ length: design.length }, (_, who) => cellsOf(who))
  const weightsAt = (multipliers: Float64Array) => {
    const [weights, slopes] = [new Float64Array(design.length), new Float64Array(design.length)]
    cells.forEach((own, who) => {
      const grown = Math.exp(Math.min(500, steep * own.reduce((sum, cell) => sum + (multipliers[cell] as number), 0)))
      const [above, below] = [low * (high - 1) + high * (1 - low) * grown, high - 1 + (1 - low) * grown]
      const g = above / below
      weights[who] = (design[who] as number) * g
      slopes[who] = (design[who] as number) * ((g - low) * (high - g)) * (steep / (high - low))
    })
    return { weights, slopes }
  }
  const missingOf = (weights: Float64Array) => {
    const left = Float64Array.from(wanted)
    cells.forEach((own, who) => {
      for (const cell of own) left[cell] = (left[cell] as number) - (weights[who] as number)
    })
    return left
  }
  let multipliers: Float64Array = new Float64Array(size)
  let { weights, slopes }: { weights: Float64Array; slopes: Float64Array } = weightsAt(multipliers)
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    const left = missingOf(weights)
    if (Math.hypot(...left) <= 1e-12 * population)
      return { weights, converged: true, iterations: iteration - 1, largestMarginError: largestError(weights, margins), infeasible: undefined }
    const matrix = Array.from({ length: size }, () => new Float64Array(size))
    cells.forEach((own, who) => {
      for (const one of own) for (const other of own) (matrix[one] as Float64Array)[other] = ((matrix[one] as Float64Array)[other] as number) + (slopes[who] as number)
    })
    const step = solved(matrix, left)
    for (let part = 1; ; part /= 2) {
      const tried = multipliers.map((value, at) => value + part * (step[at] as number))
      const next = weightsAt(tried)
      if (Math.hypot(...missingOf(next.weights)) < Math.hypot(...left) || part < 1e-6) {
        multipliers = tried
        weights = next.weights
        slopes = next.slopes
        if (part < 1e-6) return { weights, converged: false, iterations: iteration, largestMarginError: largestError(weights, margins), infeasible: undefined }
        break
      }
    }
  }
  return { weights, converged: false, iterations: mostIterations, largestMarginError: largestError(weights, margins), infeasible: undefined }
}

/** Gauss–Jordan with pivots; where the margins say the same thing twice, a row that has come to nothing is left out. */
function solved(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const n = right.length
  const rows: Float64Array[] = matrix.map((row, at) => Float64Array.from([...row, right[at] as number]))
  const pivotOf = new Int32Array(n).fill(-1)
  const largest = Math.max(...rows.flatMap((row) => [...row.subarray(0, n)].map(Math.abs)), 1e-300)
  let done = 0
  for (let column = 0; column < n; column++) {
    let best = done
    for (let row = done; row < n; row++) if (Math.abs((rows[row] as Float64Array)[column] as number) > Math.abs((rows[best] as Float64Array)[column] as number)) best = row
    if (best >= n || Math.abs((rows[best] as Float64Array)[column] as number) < 1e-11 * largest) continue
    ;[rows[done], rows[best]] = [rows[best] as Float64Array, rows[done] as Float64Array]
    const pivot = rows[done] as Float64Array
    const head = pivot[column] as number
    for (let at = 0; at <= n; at++) pivot[at] = (pivot[at] as number) / head
    for (let row = 0; row < n; row++) {
      const factor = (rows[row] as Float64Array)[column] as number
      if (row === done || factor === 0) continue
      const target = rows[row] as Float64Array
      for (let at = 0; at <= n; at++) target[at] = (target[at] as number) - factor * (pivot[at] as number)
    }
    pivotOf[column] = done++
  }
  return Float64Array.from(pivotOf, (row) => (row < 0 ? 0 : ((rows[row] as Float64Array)[n] as number)))
}
