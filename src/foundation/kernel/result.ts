/**
 * The answer of a use case: what was granted, or why it was refused.
 * Expected refusals are values with a name; bugs are thrown.
 *
 * @example
 * granted(3) // => { granted: true, value: 3 }
 * refused({ refused: 'closed' }) // => { granted: false, refusal: { refused: 'closed' } }
 */
export type Result<Value, Refusal extends Refused> = { readonly granted: true; readonly value: Value } | { readonly granted: false; readonly refusal: Refusal }

/** Every refusal has a name; what more it carries is its own. */
export type Refused = { readonly refused: string }

export function granted<Value>(value: Value): { readonly granted: true; readonly value: Value } {
  return { granted: true, value }
}

export function refused<const Refusal extends Refused>(refusal: Refusal): { readonly granted: false; readonly refusal: Refusal } {
  return { granted: false, refusal }
}
