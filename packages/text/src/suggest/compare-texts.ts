import { someRows } from './some-rows.ts'
import type { Features } from './text-features.ts'

/** Texts with the product of each with each, the bias as one more feature: `size × size` numbers; none where there are too many to compare. */
export type ComparedTexts = { readonly features: Features; readonly products: Float64Array | undefined }

// More than so many are gone through one by one when planes are found for them.
const comparedInFull = 1_500

/**
 * Texts compared each with each.
 *
 * @example
 * const features = { size: 2, width: 1, starts: Uint32Array.of(0, 1, 2), columns: Uint32Array.of(0, 0), values: Float32Array.of(1, -1), dimensions: 0, meanings: new Float32Array() }
 * [...compareTexts(features).products] // => [2, 0, 0, 2]
 */
export function compareTexts(features: Features, mostCompared = comparedInFull): ComparedTexts {
  return { features, products: features.size <= mostCompared ? productsOf(features, new Int32Array(features.size).fill(-1), []) : undefined }
}

/**
 * A comparer that keeps what it compared last, so that a text more costs its own row alone: the same numbers as if all were compared anew. It is asked for texts
 * by their numbers, in rising order.
 *
 * @example
 * const features = { size: 2, width: 1, starts: Uint32Array.of(0, 1, 2), columns: Uint32Array.of(0, 0), values: Float32Array.of(1, -1), dimensions: 0, meanings: new Float32Array() }
 * const compare = keepCompared((which) => someRows(features, which))
 * compare([1])
 * [...compare([0, 1]).products] // => [2, 0, 0, 2]
 */
export function keepCompared(rows: (which: readonly number[]) => Features, mostCompared = comparedInFull): (which: readonly number[]) => ComparedTexts {
  let [last, placeOf]: [Float64Array, ReadonlyMap<number, number>] = [new Float64Array(), new Map()]
  return (which) => {
    const features = rows(which)
    if (which.length > mostCompared) return { features, products: undefined }
    const before = Int32Array.from(which, (text) => placeOf.get(text) ?? -1)
    last = productsOf(features, before, last)
    placeOf = new Map(which.map((text, place) => [text, place]))
    return { features, products: last }
  }
}

/**
 * Some of the compared texts alone, in rising order.
 *
 * @example
 * const features = { size: 2, width: 1, starts: Uint32Array.of(0, 1, 2), columns: Uint32Array.of(0, 0), values: Float32Array.of(1, -1), dimensions: 0, meanings: new Float32Array() }
 * [...someCompared(compareTexts(features), [1]).products] // => [2]
 */
export function someCompared({ features, products }: ComparedTexts, which: readonly number[]): ComparedTexts {
  const some = someRows(features, which)
  if (!products) return compareTexts(some)
  const own = new Float64Array(which.length * which.length)
  which.forEach((one, place) => {
    for (let other = 0; other < which.length; other++) own[place * which.length + other] = products[one * features.size + (which[other] as number)] as number
  })
  return { features: some, products: own }
}

/** `before` says where each text stood among the known, whose products are taken as they are; -1 for a new one. */
function productsOf({ size, width, starts, columns, values, dimensions, meanings }: Features, before: Int32Array, known: ArrayLike<number>): Float64Array {
  const [products, own, wasSize] = [new Float64Array(size * size), new Float64Array(width), Math.sqrt(known.length)]
  for (let one = 0; one < size; one++) {
    const [from, until, wasOne] = [starts[one] as number, starts[one + 1] as number, before[one] as number]
    for (let at = from; at < until; at++) own[columns[at] as number] = (own[columns[at] as number] as number) + (values[at] as number)
    for (let other = 0; other <= one; other++) {
      const wasOther = before[other] as number
      let sum = 1
      if (wasOne >= 0 && wasOther >= 0) sum = known[wasOne * wasSize + wasOther] as number
      else {
        for (let at = starts[other] as number, end = starts[other + 1] as number; at < end; at++) sum += (own[columns[at] as number] as number) * (values[at] as number)
        for (let k = 0; k < dimensions; k++) sum += (meanings[one * dimensions + k] as number) * (meanings[other * dimensions + k] as number)
      }
      products[one * size + other] = sum
      products[other * size + one] = sum
    }
    for (let at = from; at < until; at++) own[columns[at] as number] = 0
  }
  return products
}
