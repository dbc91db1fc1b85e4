import { normalQuantile } from './normal-quantile.ts'

export type Interval = { readonly low: number; readonly high: number }

/**
 * Wilson's score interval for a share: `count` of `of` that were drawn at random.
 *
 * Method: Wilson (1927), without continuity correction, as R's `prop.test(correct = FALSE)`. With nobody asked the
 * interval is everything, [0, 1]. Effective counts of a weighted survey may have decimals.
 * Throws RangeError when the count is not between 0 and `of`, or the level not between 0 and 1.
 *
 * @example
 * wilsonInterval(18, 21) // ≈ { low: 0.653639397, high: 0.950189875 }
 * wilsonInterval(0, 0) // => { low: 0, high: 1 }
 */
export function wilsonInterval(count: number, of: number, level = 0.95): Interval {
  if (!(count >= 0 && count <= of)) throw new RangeError(`wilsonInterval needs a count between 0 and ${of}, not ${count}`)
  if (!(level > 0 && level < 1)) throw new RangeError(`wilsonInterval needs a level between 0 and 1, not ${level}`)
  if (of === 0) return { low: 0, high: 1 }
  const z = normalQuantile((1 + level) / 2)
  const share = count / of
  const scale = 1 + z ** 2 / of
  const centre = (share + z ** 2 / (2 * of)) / scale
  const half = (z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))) / scale
  return { low: count === 0 ? 0 : centre - half, high: count === of ? 1 : centre + half }
}
