/**
 * How much of the way from start to target a value has come: 0 at the start, 1 at the target, under 0 when it went
 * the wrong way and over 1 when it passed. Not clamped: how it is shown is for whoever shows it. The target may lie
 * under the start. Undefined when they are the same, for then there is no way to go.
 * Throws RangeError on NaN and on the infinite.
 *
 * @example
 * progress({ start: 60, target: 70, value: 64 }) // => 0.4
 * progress({ start: 8, target: 5, value: 9.5 }) // => -0.5
 * progress({ start: 5, target: 5, value: 6 }) // => undefined
 */
export function progress({ start, target, value }: { readonly start: number; readonly target: number; readonly value: number }): number | undefined {
  if (![start, target, value].every(Number.isFinite)) throw new RangeError(`progress needs numbers, not ${start}, ${target}, ${value}`)
  return start === target ? undefined : (value - start) / (target - start)
}
