import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawBeta } from './draw-beta.ts'
import { drawGamma } from './draw-gamma.ts'
import { seededRandom, splitMix64, xoshiro128 } from './seeded-random.ts'

const many = 200_000

describe('the seeded generator', () => {
  test('gives the first outputs of xoshiro128** from the state 1, 2, 3, 4', () => {
    const next = xoshiro128([1, 2, 3, 4])
    expect(Array.from({ length: 10 }, next)).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804])
  })

  test('is filled by the first outputs of SplitMix64 from 1234567', () => {
    const next = splitMix64(1234567n)
    expect(Array.from({ length: 3 }, next)).toEqual([6457827717110365317n, 3203168211198807973n, 9817491932198370423n])
  })

  test('gives the same numbers for the same seed and others for another', () => {
    const first = (seed: number) => Array.from({ length: 5 }, seededRandom(seed))
    expect(first(7)).toEqual(first(7))
    expect(first(7)).not.toEqual(first(8))
  })

  test('stays at 0 or over and under 1', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (seed) => {
        const value = seededRandom(seed)()
        expect(value >= 0 && value < 1).toBe(true)
      }),
    )
  })

  test('spreads evenly', () => {
    const random = seededRandom(3)
    const tenths = new Array<number>(10).fill(0)
    for (let draw = 0; draw < many; draw++) {
      const tenth = Math.floor(random() * 10)
      tenths[tenth] = (tenths[tenth] ?? 0) + 1
    }
    const chiSquare = tenths.reduce((sum, count) => sum + (count - many / 10) ** 2 / (many / 10), 0)
    expect(chiSquare).toBeLessThan(27.9) // 99.9 % of nine degrees of freedom
  })

  test.each([-1, 0.5, Number.NaN, 2 ** 53])('refuses the seed %d', (seed) => expect(() => seededRandom(seed)).toThrow(RangeError))
})

describe('draws', () => {
  const moments = (draw: () => number) => {
    const draws = Array.from({ length: many }, draw)
    const mean = draws.reduce((sum, value) => sum + value, 0) / many
    return { mean, variance: draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / many }
  }

  test.each([0.3, 1, 4.5, 300])('of a gamma with shape %d have that mean and that variance', (shape) => {
    const random = seededRandom(11)
    const { mean, variance } = moments(() => drawGamma(random, shape))
    expect(Math.abs(mean - shape)).toBeLessThan(4 * Math.sqrt(shape / many))
    expect(Math.abs(variance / shape - 1)).toBeLessThan(0.05)
  })

  test.each([
    [0.5, 0.5],
    [18.5, 3.5],
    [0.05, 1],
    [720.5, 280.5],
  ])('of a beta (%d, %d) have its mean and variance', (a, b) => {
    const random = seededRandom(12)
    const variance = (a * b) / ((a + b) ** 2 * (a + b + 1))
    const drawn = moments(() => drawBeta(random, a, b))
    expect(Math.abs(drawn.mean - a / (a + b))).toBeLessThan(4 * Math.sqrt(variance / many))
    expect(Math.abs(drawn.variance / variance - 1)).toBeLessThan(0.05)
  })

  test('of a beta with parameters near 0 are still shares', () => {
    const random = seededRandom(13)
    for (let draw = 0; draw < 1000; draw++) {
      const value = drawBeta(random, 0.001, 0.001)
      expect(value >= 0 && value <= 1).toBe(true)
    }
  })

  test.each([0, -1, Number.NaN, Infinity])('refuse the shape %d', (shape) => expect(() => drawGamma(seededRandom(1), shape)).toThrow(RangeError))
})
