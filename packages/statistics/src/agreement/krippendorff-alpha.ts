import { percentile } from '../percentile.ts'
import { type Random, seededRandom } from '../seeded-random.ts'

/** One unit's values, one a coder; undefined where a coder has not coded it. */
export type Unit<Value> = readonly (Value | undefined)[]
export type Scale = 'nominal' | 'ordinal' | 'interval' | 'ratio'

export type Alpha = {
  /** 1 when all agree, 0 as by chance; undefined when nothing can be paired, or all values are the same. */
  readonly alpha: number | undefined
  readonly observed: number
  readonly expected: number
  /** Values that stand in a unit with another. */
  readonly pairable: number
  readonly low: number | undefined
  readonly high: number | undefined
}

/**
 * How far coders agree beyond chance, on numbers (or labels, for `nominal`), with values missing where they may be.
 *
 * Method: Krippendorff's α = 1 - D_o / D_e from the matrix of coincidences (Krippendorff 2011, Computing Krippendorff's
 * Alpha-Reliability), with his distances for nominal, ordinal, interval and ratio data. The interval is by bootstrap over units
 * with `draws` draws (1,000), percentiles at `level` (0.95): with few units it is too narrow.
 *
 * Throws RangeError for values on a scale of numbers that are no numbers.
 *
 * @example
 * krippendorffAlpha([[1, 1], [2, 2], [1, 2], [2, 2]], 'nominal', { draws: 0 }).alpha // ≈ 0.533333
 */
export function krippendorffAlpha<Value extends number | string | boolean>(
  units: readonly Unit<Value>[],
  scale: Scale = 'nominal',
  { seed = 1, draws = 1000, level = 0.95 }: { seed?: number; draws?: number; level?: number } = {},
): Alpha {
  const values = [...new Set(units.flatMap((unit) => unit.filter((value): value is Value => value !== undefined)))].sort((one, other) => (one < other ? -1 : 1))
  if (scale !== 'nominal' && values.some((value) => typeof value !== 'number' || !Number.isFinite(value))) throw new RangeError(`On a scale that is ${scale} values are numbers`)
  const place = new Map(values.map((value, at) => [value, at]))
  const counted = units.map((unit) => {
    const counts = new Map<number, number>()
    for (const value of unit) if (value !== undefined) counts.set(place.get(value) as number, (counts.get(place.get(value) as number) ?? 0) + 1)
    return counts
  })
  return withInterval(
    counted,
    (some) => {
      const coincidences = coincidencesOf(some, values.length)
      return alphaOf(coincidences, distancesOf(scale, values as readonly number[], coincidences))
    },
    { seed, draws, level },
  )
}

/**
 * The same for sets: each coder gives a unit any number of codes.
 *
 * Method: Krippendorff's α with MASI for distance (Passonneau 2006): 1 - Jaccard × monotonicity, the latter 1 for equal sets, ⅔ when one
 * holds the other, ⅓ when they overlap, 0 when not. Two empty sets are equal.
 *
 * @example
 * krippendorffAlphaOfSets([[['a'], ['a']], [['b'], ['a', 'b']]], { draws: 0 }).alpha // ≈ 0.5
 */
export function krippendorffAlphaOfSets(
  units: readonly Unit<readonly string[]>[],
  { seed = 1, draws = 1000, level = 0.95 }: { seed?: number; draws?: number; level?: number } = {},
): Alpha {
  const keyOf = (set: readonly string[]) => JSON.stringify([...new Set(set)].sort())
  const keys = [...new Set(units.flatMap((unit) => unit.flatMap((set) => (set === undefined ? [] : [keyOf(set)]))))].sort()
  const sets = keys.map((key) => new Set<string>(JSON.parse(key)))
  const place = new Map(keys.map((key, at) => [key, at]))
  const counted = units.map((unit) => {
    const counts = new Map<number, number>()
    for (const set of unit) if (set !== undefined) counts.set(place.get(keyOf(set)) as number, (counts.get(place.get(keyOf(set)) as number) ?? 0) + 1)
    return counts
  })
  const distances = sets.map((one) => sets.map((other) => masiDistance(one, other)))
  return withInterval(counted, (some) => alphaOf(coincidencesOf(some, keys.length), distances), { seed, draws, level })
}

/** 0 for equal sets, 1 for sets that have nothing in common. */
export function masiDistance(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((each) => other.has(each)).length
  const all = one.size + other.size - shared
  if (shared === all) return 0
  const monotone = shared === 0 ? 0 : shared === one.size || shared === other.size ? 2 / 3 : 1 / 3
  return 1 - (shared / all) * monotone
}

type Counted = readonly ReadonlyMap<number, number>[]
type Point = Pick<Alpha, 'alpha' | 'observed' | 'expected' | 'pairable'>

function withInterval(units: Counted, alphaOfUnits: (units: Counted) => Point, { seed, draws, level }: { seed: number; draws: number; level: number }): Alpha {
  const point = alphaOfUnits(units)
  const random = seededRandom(seed)
  const drawn = Array.from({ length: point.alpha === undefined ? 0 : draws }, () => alphaOfUnits(resampled(units, random)).alpha).filter((alpha) => alpha !== undefined)
  const bound = (part: number) => (drawn.length === 0 ? undefined : percentile(drawn, part * 100))
  return { ...point, low: bound((1 - level) / 2), high: bound((1 + level) / 2) }
}

function resampled(units: Counted, random: Random): Counted {
  return Array.from(units, () => units[Math.floor(random() * units.length)] as ReadonlyMap<number, number>)
}

/** o_ck: how often two values meet in a unit, each unit's pairs weighing 1 / (values in it - 1). */
function coincidencesOf(units: Counted, values: number): number[][] {
  const matrix = Array.from({ length: values }, () => new Array<number>(values).fill(0))
  for (const counts of units) {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
    if (all < 2) continue
    for (const [one, times] of counts)
      for (const [other, again] of counts)
        (matrix[one] as number[])[other] = ((matrix[one] as number[])[other] as number) + (times * (one === other ? again - 1 : again)) / (all - 1)
  }
  return matrix
}

function alphaOf(matrix: readonly (readonly number[])[], distances: readonly (readonly number[])[]): Point {
  const sums = matrix.map((row) => row.reduce((sum, value) => sum + value, 0))
  const pairable = sums.reduce((sum, value) => sum + value, 0)
  let [observed, expected] = [0, 0]
  matrix.forEach((row, one) => {
    row.forEach((value, other) => {
      const distance = distances[one]?.[other] as number
      observed += value * distance
      expected += (sums[one] as number) * (sums[other] as number) * distance
    })
  })
  if (pairable < 2 || expected === 0) return { alpha: undefined, observed: 0, expected: 0, pairable: Math.round(pairable) }
  observed /= pairable
  expected /= pairable * (pairable - 1)
  return { alpha: 1 - observed / expected, observed, expected, pairable: Math.round(pairable) }
}

function distancesOf(scale: Scale, values: readonly number[], matrix: readonly (readonly number[])[]): number[][] {
  const sums = matrix.map((row) => row.reduce((sum, value) => sum + value, 0))
  return values.map((one, c) =>
    values.map((other, k) => {
      if (c === k) return 0
      if (scale === 'nominal') return 1
      if (scale === 'interval') return (one - other) ** 2
      if (scale === 'ratio') return one + other === 0 ? 0 : ((one - other) / (one + other)) ** 2
      const [from, until] = [Math.min(c, k), Math.max(c, k)]
      const between = sums.slice(from, until + 1).reduce((sum, count) => sum + count, 0)
      return (between - ((sums[c] as number) + (sums[k] as number)) / 2) ** 2
    }),
  )
}
