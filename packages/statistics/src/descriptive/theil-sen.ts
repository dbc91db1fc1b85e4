import { median } from '../median.ts'
import { normalQuantile } from '../normal-quantile.ts'

export type Trend = { readonly slope: number; readonly intercept: number; readonly low: number; readonly high: number }

/**
 * A straight trend through points that a few odd ones do not turn, with an interval for the slope.
 *
 * Method: the median of the slopes of all pairs (Theil 1950; Sen 1968); the intercept is the median of y - slope × x. The interval is
 * Sen's, by the normal approximation of Kendall's statistic with ties in x left out: with fewer than some ten points it is rough.
 * Throws RangeError with fewer than two places on x.
 *
 * @example
 * theilSen([2019, 2020, 2021, 2022], [10, 11, 12, 40]).slope // ≈ 5.5
 */
export function theilSen(x: readonly number[], y: readonly number[], level = 0.95): Trend {
  const slopes: number[] = []
  for (let i = 0; i < x.length; i++)
    for (let j = i + 1; j < x.length; j++) if (x[i] !== x[j]) slopes.push(((y[j] as number) - (y[i] as number)) / ((x[j] as number) - (x[i] as number)))
  if (slopes.length === 0) throw new RangeError('A trend needs two places on x')
  slopes.sort((one, other) => one - other)
  const slope = median(slopes) as number
  const n = x.length
  const ties = [...Map.groupBy(x, (value) => value).values()].reduce((sum, { length }) => sum + length * (length - 1) * (2 * length + 5), 0)
  const half = normalQuantile((1 + level) / 2) * Math.sqrt((n * (n - 1) * (2 * n + 5) - ties) / 18)
  const [lowest, highest] = [Math.floor((slopes.length - half) / 2), Math.ceil((slopes.length + half) / 2)]
  return {
    slope,
    intercept: median(y.map((value, at) => value - slope * (x[at] as number))) as number,
    low: slopes[Math.max(0, lowest)] as number,
    high: slopes[Math.min(slopes.length - 1, highest)] as number,
  }
}
