import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logGamma } from './log-gamma.ts'

describe('log-gamma', () => {
  test.each([1, 2, 5, 10, 20, 100])('of a whole number %d is the logarithm of a factorial', (n) => {
    let logFactorial = 0
    for (let factor = 2; factor < n; factor++) logFactorial += Math.log(factor)
    expect(logGamma(n)).toBeCloseTo(logFactorial, 10)
  })

  test('of ½ is the logarithm of the root of π', () => expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13))

  test('grows by log x from x to x + 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (x) => {
        const here = logGamma(x)
        expect(Math.abs(logGamma(x + 1) - here - Math.log(x))).toBeLessThan(1e-12 * Math.max(1, Math.abs(here)))
      }),
    )
  })

  test.each([0, -1, Number.NaN])('refuses %d', (x) => expect(() => logGamma(x)).toThrow(RangeError))
})
