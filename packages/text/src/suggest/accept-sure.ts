export type AutoAccept = {
  readonly threshold: number
  readonly expectedPrecision: number
  readonly coverage: number
  /** False where fewer than 200 texts are coded: then it promises too much. */
  readonly honest: boolean
}

/**
 * From which certainty first suggestions may be taken unread, if four of five are to be right: the lowest where both were so, those that
 * were right and those that ought to have been by their certainty.
 *
 * @example
 * acceptSure([{ certainty: 0.9, right: true }, { certainty: 0.3, right: false }], 2).coverage // => 0.5
 */
export function acceptSure(first: readonly { readonly certainty: number; readonly right: boolean }[], coded: number, aim = 0.8): AutoAccept {
  const ranked = first.toSorted((one, other) => other.certainty - one.certainty)
  let [rights, expected, taken, precision] = [0, 0, 0, 0]
  ranked.forEach(({ certainty, right }, at) => {
    rights += Number(right)
    expected += certainty
    const promised = Math.min(rights, expected) / (at + 1)
    if (promised >= aim) [taken, precision] = [at + 1, promised]
  })
  return { threshold: ranked[taken - 1]?.certainty ?? 1, expectedPrecision: precision, coverage: taken / Math.max(1, first.length), honest: coded >= honestFrom }
}

const honestFrom = 200
