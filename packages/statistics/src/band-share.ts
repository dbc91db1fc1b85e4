/** The bands that a share of a small census is published in, from the least to the most. Keys: the words belong to whoever shows them. */
export const shareBands = ['none-or-few', 'minority', 'about-half', 'most', 'nearly-all'] as const
export type ShareBand = (typeof shareBands)[number]

/**
 * The band that a share of a small group that was asked in full, such as 21 elected, is published in instead of a
 * figure: at most 10 %, under 40 %, 40 to 60 %, under 90 %, at least 90 %. All and nearly all have one band, and none
 * and few have one, so that a band never tells what every single person said. Undefined when `of` is under ten: there
 * the outer bands would hold one count only.
 * Throws RangeError unless both are whole numbers and the count is between 0 and `of`.
 *
 * @example
 * bandShare(21, 21) // => 'nearly-all'
 * bandShare(12, 21) // => 'about-half'
 * bandShare(3, 4) // => undefined
 */
export function bandShare(count: number, of: number): ShareBand | undefined {
  if (!(Number.isInteger(count) && Number.isInteger(of) && count >= 0 && count <= of)) throw new RangeError(`bandShare needs a whole count between 0 and ${of}, not ${count}`)
  if (of < fewest) return undefined
  // In tenths of whole numbers: 9 of 10 divided is a hair off 0.9.
  const tenths = 10 * count
  if (tenths <= of) return 'none-or-few'
  if (tenths < 4 * of) return 'minority'
  if (tenths <= 6 * of) return 'about-half'
  return tenths < 9 * of ? 'most' : 'nearly-all'
}

const fewest = 10
