import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalQuantile } from './normal-quantile.ts'
import { wilsonInterval } from './wilson-interval.ts'

describe('the Wilson interval', () => {
  // Of R's prop.test(correct = FALSE).
  test.each([
    [0, 5, 0, 0.434482464783175],
    [3, 21, 0.0498101249972527, 0.346360602806209],
    [18, 21, 0.653639397193791, 0.950189875002747],
    [21, 21, 0.845360981075153, 1],
    [21, 1000, 0.0137757395679243, 0.0318902950612375],
  ])('of %d of %d is that of R', (count, of, low, high) => {
    const interval = wilsonInterval(count, of)
    expect(Math.abs(interval.low - low)).toBeLessThan(1e-8)
    expect(Math.abs(interval.high - high)).toBeLessThan(1e-8)
  })

  test('holds the share, inside 0 and 1', () => {
    const counts = fc.integer({ min: 1, max: 2000 }).chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
    fc.assert(
      fc.property(counts, ([count, of]) => {
        const { low, high } = wilsonInterval(count, of)
        expect(0 <= low && low <= count / of && count / of <= high && high <= 1).toBe(true)
      }),
    )
  })

  test('is wider the surer it is to be', () => {
    const [narrow, wide] = [wilsonInterval(7, 20, 0.8), wilsonInterval(7, 20, 0.99)]
    expect(wide.low < narrow.low && narrow.high < wide.high).toBe(true)
  })

  test('is everything when nobody was asked', () => expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 }))

  test.each([
    [-1, 5],
    [6, 5],
    [Number.NaN, 5],
  ])('refuses %d of %d', (count, of) => expect(() => wilsonInterval(count, of)).toThrow(RangeError))

  test.each([0, 1, Number.NaN])('refuses the level %d', (level) => expect(() => wilsonInterval(1, 2, level)).toThrow(RangeError))
})

describe('the normal quantile', () => {
  // By halving on the complementary error function of the C library.
  test.each([
    [0.975, 1.9599639845400545],
    [0.95, 1.6448536269514722],
    [0.5, 0],
    [1e-10, -6.3613409024040575],
    [1e-300, -37.0470962993612],
  ])('%d lies where it should', (p, quantile) => expect(normalQuantile(p)).toBeCloseTo(quantile, 10))

  test('ends at infinity', () => expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]))

  test('refuses what is no share', () => expect(() => normalQuantile(1.1)).toThrow(RangeError))
})
