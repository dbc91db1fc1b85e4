/**
 * Weights between two bounds with the same sum: what is cut off, or added below, is spread evenly over those that were within. With
 * `strict` it is done again until none is outside.
 *
 * Method: as survey::trimWeights in R (Lumley). Throws RangeError when the bounds do not have the mean between them.
 *
 * @example
 * [...trimWeights([0.5, 1, 1, 3.5], { high: 3 })] // ≈ [0.666667, 1.166667, 1.166667, 3]
 */
export function trimWeights(weights: ArrayLike<number>, { low = 0, high = Infinity, strict = false }: { low?: number; high?: number; strict?: boolean }): Float64Array {
  const trimmed = Float64Array.from(weights)
  const mean = trimmed.reduce((sum, weight) => sum + weight, 0) / trimmed.length
  if (!(low <= mean && mean <= high)) throw new RangeError(`The mean weight ${mean} is not between ${low} and ${high}`)
  const isFixed = new Uint8Array(trimmed.length)
  for (let turn = 0; turn < trimmed.length; turn++) {
    let [excess, within] = [0, 0]
    for (let at = 0; at < trimmed.length; at++) {
      const weight = trimmed[at] as number
      const bounded = Math.min(high, Math.max(low, weight))
      if (bounded !== weight) {
        excess += weight - bounded
        trimmed[at] = bounded
        isFixed[at] = 1
      }
      if (isFixed[at] === 0) within++
    }
    if (excess === 0 || within === 0) break
    for (let at = 0; at < trimmed.length; at++) if (isFixed[at] === 0) trimmed[at] = (trimmed[at] as number) + excess / within
    if (!strict) break
  }
  return trimmed
}
