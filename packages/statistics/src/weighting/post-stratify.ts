import { type Margin, type Raked, rake } from './rake.ts'

/**
 * Weights with which a sample has the population's numbers in every cell of several variables at once.
 *
 * Method: the variables are made one, and fitted in a single turn. A respondent who lacks any of them keeps their weight.
 *
 * @example
 * const { weights } = postStratify([1, 1, 1], [[0, 0, 1], [0, 1, 0]], [{ cell: [0, 0], total: 10 }, { cell: [0, 1], total: 20 }, { cell: [1, 0], total: 30 }])
 * [...weights] // ≈ [10, 20, 30]
 */
export function postStratify(
  base: ArrayLike<number>,
  variables: readonly ArrayLike<number>[],
  cells: readonly { readonly cell: readonly number[]; readonly total: number }[],
): Raked {
  const key = (levels: readonly number[]) => levels.join(' ')
  const place = new Map(cells.map(({ cell }, at) => [key(cell), at]))
  const of = Int32Array.from({ length: base.length }, (_, who) => {
    const levels = variables.map((variable) => variable[who] as number)
    const found = place.get(key(levels))
    if (levels.some((level) => level < 0)) return -1
    if (found === undefined) throw new RangeError(`No total is given for the cell ${key(levels)} of respondent ${who}`)
    return found
  })
  const margin: Margin = { name: 'cells', of, totals: cells.map(({ total }) => total) }
  return rake(base, [margin])
}
