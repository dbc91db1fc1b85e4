import type { Features } from './text-features.ts'

/**
 * Some of the rows alone, in the order asked for.
 *
 * @example
 * const features = { size: 2, width: 3, starts: Uint32Array.of(0, 1, 3), columns: Uint32Array.of(0, 1, 2), values: Float32Array.of(1, 2, 3), dimensions: 1, meanings: Float32Array.of(7, 8) }
 * [...someRows(features, [1]).values] // => [2, 3]
 * [...someRows(features, [1]).meanings] // => [8]
 */
export function someRows({ width, starts, columns, values, dimensions, meanings }: Features, which: readonly number[]): Features {
  const own = new Uint32Array(which.length + 1)
  which.forEach((row, place) => {
    own[place + 1] = (own[place] as number) + (starts[row + 1] as number) - (starts[row] as number)
  })
  const length = own[which.length] as number
  const some = { columns: new Uint32Array(length), values: new Float32Array(length), meanings: new Float32Array(which.length * dimensions) }
  which.forEach((row, place) => {
    some.columns.set(columns.subarray(starts[row], starts[row + 1]), own[place] as number)
    some.meanings.set(meanings.subarray(row * dimensions, (row + 1) * dimensions), place * dimensions)
    some.values.set(values.subarray(starts[row], starts[row + 1]), own[place] as number)
  })
  return { size: which.length, width, starts: own, dimensions, ...some }
}
