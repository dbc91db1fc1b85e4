/**
 * How far two coders agree beyond chance on the same units. Undefined when both give all units the same single value.
 *
 * Method: Cohen 1960, κ = (p_o - p_e) / (1 - p_e). Throws RangeError when the lists differ in length or are empty.
 *
 * @example
 * cohenKappa(['a', 'a', 'b', 'b'], ['a', 'a', 'b', 'a']) // ≈ 0.5
 */
export function cohenKappa<Value>(one: readonly Value[], other: readonly Value[]): number | undefined {
  if (one.length !== other.length || one.length === 0) throw new RangeError('Two coders code the same units')
  const [first, second] = [new Map<Value, number>(), new Map<Value, number>()]
  let agreed = 0
  one.forEach((value, at) => {
    const beside = other[at] as Value
    if (value === beside) agreed++
    first.set(value, (first.get(value) ?? 0) + 1)
    second.set(beside, (second.get(beside) ?? 0) + 1)
  })
  const n = one.length
  const byChance = [...first].reduce((sum, [value, count]) => sum + (count * (second.get(value) ?? 0)) / n ** 2, 0)
  return byChance === 1 ? undefined : (agreed / n - byChance) / (1 - byChance)
}
