/**
 * The value that p per cent (0 to 100) of the values lie under, linear between neighbours: Hyndman & Fan's type 7,
 * as R's `quantile`, NumPy's `percentile` and Excel's `PERCENTILE.INC`. Undefined for no values.
 * Throws RangeError when p is outside 0 to 100 or a value is NaN.
 *
 * @example
 * percentile([3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 25) // => 7.25
 * percentile([], 25) // => undefined
 */
export function percentile(values: readonly number[], p: number): number | undefined {
  if (!(p >= 0 && p <= 100)) throw new RangeError(`percentile needs a per cent from 0 to 100, not ${p}`)
  if (values.some(Number.isNaN)) throw new RangeError('percentile needs numbers')
  const sorted = values.toSorted((a, b) => a - b)
  const place = ((sorted.length - 1) * p) / 100
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  if (low === undefined || high === undefined) return undefined
  return low === high ? low : low + (high - low) * (place - Math.floor(place))
}
