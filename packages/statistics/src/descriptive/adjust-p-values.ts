/**
 * P values adjusted so that of those under a bound no more than that part are false finds, in the order given.
 *
 * Method: Benjamini & Hochberg 1995. Throws RangeError for what is not between 0 and 1.
 *
 * @example
 * adjustPValues([0.01, 0.04, 0.03]) // ≈ [0.03, 0.04, 0.04]
 */
export function adjustPValues(values: readonly number[]): number[] {
  if (!values.every((value) => value >= 0 && value <= 1)) throw new RangeError('A p value is between 0 and 1')
  const order = values.map((_, at) => at).sort((one, other) => (values[other] as number) - (values[one] as number))
  const adjusted = new Array<number>(values.length)
  let least = 1
  order.forEach((at, place) => {
    least = Math.min(least, ((values[at] as number) * values.length) / (values.length - place))
    adjusted[at] = least
  })
  return adjusted
}
