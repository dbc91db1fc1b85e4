import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharedFolder, testWithShared } from '../../../../test/shared.ts'
import { seededRandom } from '../seeded-random.ts'
import { wilsonInterval } from '../wilson-interval.ts'
import { adjustPValues } from './adjust-p-values.ts'
import { cramersV } from './cramers-v.ts'
import { exactInterval, jeffreysInterval } from './exact-interval.ts'
import { permutationTest } from './permutation-test.ts'
import { theilSen } from './theil-sen.ts'

const published = <Answer>(file: string): Answer => JSON.parse(readFileSync(join(sharedFolder, 'data/consensus', file), 'utf8'))

testWithShared('p values are adjusted as R adjusts them', () => {
  const { p, BH } = published<{ p: number[]; BH: number[] }>('p_adjust.json')
  adjustPValues(p).forEach((value, at) => {
    expect(value).toBeCloseTo(BH[at] as number, 12)
  })
})

testWithShared('χ² and Cramér’s V are R’s, and a permutation test says what χ² does where there is enough', () => {
  const { table, chisq, df, cramers_v, p } = published<{ table: number[][]; chisq: number; df: number; cramers_v: number; p: number }>('heterogeneity.json')
  const found = cramersV(table)
  expect(found.chiSquared).toBeCloseTo(chisq, 8)
  expect(found.v).toBeCloseTo(cramers_v, 8)
  expect(found.degreesOfFreedom).toBe(df)
  expect(Math.abs(permutationTest(table, seededRandom(1), 2000) - p)).toBeLessThan(0.03)
})

testWithShared('Clopper and Pearson’s and Jeffreys’ intervals are R’s', () => {
  type Answer = { k: number; n: number; clopper95_lo: number; clopper95_hi: number; jeffreys_q025: number; jeffreys_q975: number }
  for (const { k, n, clopper95_lo, clopper95_hi, jeffreys_q025, jeffreys_q975 } of published<Answer[]>('beta_intervals.json')) {
    if (n === 0) continue
    const [exact, jeffreys] = [exactInterval(k, n), jeffreysInterval(k, n)]
    expect(Math.max(Math.abs(exact.low - clopper95_lo), Math.abs(exact.high - clopper95_hi))).toBeLessThan(1e-8)
    if (k > 0) expect(Math.abs(jeffreys.low - jeffreys_q025)).toBeLessThan(1e-8)
    if (k < n) expect(Math.abs(jeffreys.high - jeffreys_q975)).toBeLessThan(1e-8)
  }
})

test('an exact interval holds Wilson’s middle, and both lie between 0 and 1', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), (one, other) => {
      const [successes, trials] = [Math.min(one, other), Math.max(one, other, 1)]
      const [exact, wilson, jeffreys] = [exactInterval(successes, trials), wilsonInterval(successes, trials), jeffreysInterval(successes, trials)]
      for (const { low, high } of [exact, wilson, jeffreys]) expect(low >= 0 && low <= high && high <= 1).toBe(true)
      const middle = (wilson.low + wilson.high) / 2
      expect(exact.low <= middle && middle <= exact.high).toBe(true)
    }),
  )
})

test('a trend is the line’s on a line, and one wild value does not turn it', () => {
  const years = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024]
  const line = years.map((year) => 3 + 0.5 * (year - 2015))
  expect(theilSen(years, line)).toMatchObject({ slope: 0.5, low: 0.5, high: 0.5 })
  expect(theilSen(years, line.with(4, 900)).slope).toBeCloseTo(0.5, 12)
  expect(() => theilSen([2020, 2020], [1, 2])).toThrow(RangeError)
})

test('a trend moves with what it is measured in, and its interval holds it', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 4, maxLength: 15 }), (values) => {
      const years = values.map((_, at) => 2000 + at)
      const [one, doubled] = [
        theilSen(years, values),
        theilSen(
          years,
          values.map((value) => 2 * value + 7),
        ),
      ]
      expect(doubled.slope).toBeCloseTo(2 * one.slope, 9)
      expect(one.low <= one.slope && one.slope <= one.high).toBe(true)
    }),
  )
})

// Sen's own example: Journal of the American Statistical Association 63 (1968), 1379–1389, section 7.
test('Sen’s example', () => {
  const { slope } = theilSen([1, 2, 3, 4, 10, 12, 18], [9, 15, 19, 20, 45, 55, 78])
  expect(slope).toBeCloseTo(4, 10)
})
