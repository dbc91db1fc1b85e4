/**
 * The certainty from which a code is one of a text's codes, for each code: `certainties` and `right` hold one row of codes for every text that was
 * held out.
 *
 * Method: the threshold with the highest F1 over all codes together; each code's own best is drawn towards it, the more the rarer the code (its
 * occurrences against twenty).
 *
 * @example
 * chooseThresholds([0.9, 0.8, 0.2, 0.1], [true, true, false, false], 1)[0] // => 0.8
 */
export function chooseThresholds(certainties: readonly number[], right: readonly boolean[], codes: number): number[] {
  const common = bestThreshold(certainties, right)
  return Array.from({ length: codes }, (_, code) => {
    const own = Array.from({ length: certainties.length / codes }, (_, text) => text * codes + code)
    const times = own.filter((at) => right[at]).length
    if (times === 0) return common
    const best = bestThreshold(
      own.map((at) => certainties[at] as number),
      own.map((at) => right[at] as boolean),
    )
    return (times * best + timesToTrust * common) / (times + timesToTrust)
  })
}

const timesToTrust = 20

function bestThreshold(certainties: readonly number[], right: readonly boolean[]): number {
  const order = [...certainties.keys()].sort((one, other) => (certainties[other] as number) - (certainties[one] as number))
  const all = right.filter(Boolean).length
  let [rights, best, threshold] = [0, 0, 0.5]
  order.forEach((at, place) => {
    if (right[at]) rights++
    const f1 = (2 * rights) / (place + 1 + all)
    if (f1 > best) [best, threshold] = [f1, certainties[at] as number]
  })
  return threshold
}
