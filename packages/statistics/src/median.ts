import { percentile } from './percentile.ts'

/**
 * The middle value, or the mean of the two in the middle. Undefined for no values. Throws RangeError on NaN.
 *
 * @example
 * median([3, 1, 10]) // => 3
 * median([3, 1, 10, 4]) // => 3.5
 * median([]) // => undefined
 */
export function median(values: readonly number[]): number | undefined {
  return percentile(values, 50)
}
