import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaCdf } from './beta-cdf.ts'
import { betaDensity } from './beta-density.ts'
import { betaQuantile } from './beta-quantile.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
// Nearer the ends than this, 1 - x has lost what x had.
const inside = fc.double({ min: 0.001, max: 0.999, noNaN: true })
const parameter = fc.double({ min: 0.05, max: 5000, noNaN: true })

describe('the beta distribution', () => {
  // qbeta of R 4, to the digits that R writes.
  test.each([
    [0.05, 0.5, 0.5, 0.00615582970243114],
    [0.95, 1.5, 0.5, 0.998457080697327],
    [0.05, 0.5, 21.5, 9.25102530521598e-5],
    [0.95, 0.5, 21.5, 0.0864096570489965],
    [0.05, 10.5, 11.5, 0.306768862192293],
    [0.05, 18.5, 3.5, 0.699610333589845],
    [0.95, 18.5, 3.5, 0.946530895569989],
    [0.05, 0.5, 1000.5, 1.96557661213609e-6],
    [0.95, 21.5, 979.5, 0.0295158385620895],
  ])("has its quantile %d of (%d, %d) where R's qbeta has it", (p, a, b, quantile) => {
    expect(Math.abs(betaQuantile(p, a, b) / quantile - 1)).toBeLessThan(1e-10)
  })

  // 1 - pbeta(0.5, ...) of R.
  test.each([
    [18.5, 3.5, 0.999699155126495],
    [10.5, 11.5, 0.413973511726907],
    [0.5, 21.5, 5.64760446186696e-8],
  ])("lies over ½ with the probability that R's pbeta gives (%d, %d)", (a, b, probability) => {
    expect(Math.abs(betaCdf(0.5, b, a) - probability)).toBeLessThan(1e-12)
  })

  test('is even when both parameters are 1', () => {
    fc.assert(fc.property(share, (x) => void expect(betaCdf(x, 1, 1)).toBeCloseTo(x, 12)))
    expect(betaDensity(0.3, 1, 1)).toBeCloseTo(1, 12)
    expect([betaDensity(0, 1, 1), betaDensity(1, 1, 1)]).toEqual([1, 1])
  })

  test('mirrors itself when the parameters change places', () => {
    fc.assert(fc.property(inside, parameter, parameter, (x, a, b) => void expect(betaCdf(x, a, b) + betaCdf(1 - x, b, a)).toBeCloseTo(1, 9)))
  })

  test('never falls as x grows', () => {
    fc.assert(
      fc.property(share, share, parameter, parameter, (x, y, a, b) => void expect(betaCdf(Math.min(x, y), a, b)).toBeLessThanOrEqual(betaCdf(Math.max(x, y), a, b) + 1e-12)),
    )
  })

  test('has its quantile within a billionth of where the share asked for lies', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), parameter, parameter, (p, a, b) => {
        const quantile = betaQuantile(p, a, b)
        expect(betaCdf(quantile - 1e-9, a, b)).toBeLessThanOrEqual(p + 1e-11)
        expect(betaCdf(quantile + 1e-9, a, b)).toBeGreaterThanOrEqual(p - 1e-11)
      }),
    )
  })

  test('is what its density adds up to', () => {
    const [a, b, steps] = [3.5, 8, 20_000]
    let sum = 0
    for (let step = 0; step < steps; step++) sum += betaDensity(((step + 0.5) / steps) * 0.4, a, b) * (0.4 / steps)
    expect(sum).toBeCloseTo(betaCdf(0.4, a, b), 8)
  })

  test('keeps the digits of a quantile that is nearly nothing', () => {
    expect(betaCdf(betaQuantile(1e-6, 0.03, 5), 0.03, 5)).toBeCloseTo(1e-6, 14)
    expect(betaQuantile(0.05, 0.03, 20)).toBeGreaterThan(0)
  })

  test('is found for a million answers', () => expect(betaCdf(betaQuantile(0.05, 1e6, 5e5), 1e6, 5e5)).toBeCloseTo(0.05, 9))

  test('ends at 0 and 1', () => {
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1])
    expect([betaCdf(-1, 2, 3), betaCdf(2, 2, 3)]).toEqual([0, 1])
    expect([betaDensity(-0.1, 2, 3), betaDensity(1.1, 2, 3), betaDensity(0, 0.5, 1)]).toEqual([0, 0, Infinity])
  })

  test('refuses what is no share and no parameter', () => {
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => betaQuantile(p, 1, 1)).toThrow(RangeError)
    for (const a of [0, -1, Number.NaN]) expect(() => betaQuantile(0.5, a, 1)).toThrow(RangeError)
    expect(() => betaCdf(Number.NaN, 1, 1)).toThrow(RangeError)
    expect(() => betaCdf(0.5, 0, 1)).toThrow(RangeError)
  })
})
