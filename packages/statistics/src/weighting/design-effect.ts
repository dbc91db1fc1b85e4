/**
 * How many times larger the variance of a mean is with these weights than with equal ones, if they have nothing to do with the
 * answers; and how many answers of equal weight say as much.
 *
 * Method: Kish 1965, n Σw² / (Σw)². Throws RangeError when the weights sum to nothing.
 *
 * @example
 * designEffect([1, 1, 2]) // ≈ { designEffect: 1.125, effectiveSize: 2.6667 }
 */
export function designEffect(weights: ArrayLike<number>): { readonly designEffect: number; readonly effectiveSize: number } {
  let [sum, squares] = [0, 0]
  for (let at = 0; at < weights.length; at++) {
    sum += weights[at] as number
    squares += (weights[at] as number) ** 2
  }
  if (!(sum > 0)) throw new RangeError('The weights sum to nothing')
  return { designEffect: (weights.length * squares) / sum ** 2, effectiveSize: sum ** 2 / squares }
}
