import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { median } from './median.ts'
import { percentile } from './percentile.ts'

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 })

describe('the median', () => {
  test('is the middle one of an odd number', () => expect(median([7, 1, 3])).toBe(3))
  test('is between the two in the middle of an even number', () => expect(median([7, 1, 3, 4])).toBe(3.5))
  test('of one value is that value', () => expect(median([4])).toBe(4))
  test('of nothing is not known', () => expect(median([])).toBeUndefined())
  test('leaves the list as it was', () => {
    const list = [3, 1, 2]
    median(list)
    expect(list).toEqual([3, 1, 2])
  })
  test('orders numbers as numbers', () => expect(median([10, 9, 1])).toBe(9))
})

describe('a percentile', () => {
  // Wikipedia's example of quartiles, by R's type 7.
  test.each([
    [0, 3],
    [25, 7.25],
    [50, 9],
    [75, 14.5],
    [100, 20],
  ])('%d of the known ten is %d', (p, expected) => expect(percentile([3, 6, 7, 8, 8, 10, 13, 15, 16, 20], p)).toBe(expected))
  test('lies between the least and the most', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 100, noNaN: true }), (list, p) => {
        const value = percentile(list, p) ?? Number.NaN
        expect(value >= Math.min(...list) && value <= Math.max(...list)).toBe(true)
      }),
    )
  })
  test('does not depend on the order of the values', () => fc.assert(fc.property(values, (list) => void expect(percentile(list, 30)).toBe(percentile(list.toReversed(), 30)))))
  test.each([-1, 101, Number.NaN])('refuses the per cent %d', (p) => expect(() => percentile([1], p)).toThrow(RangeError))
  test('refuses what is not a number', () => expect(() => percentile([1, Number.NaN], 50)).toThrow(RangeError))
})
