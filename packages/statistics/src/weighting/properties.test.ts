import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrateBounded } from './calibrate-bounded.ts'
import { collapseLevels } from './collapse-levels.ts'
import { designEffect } from './design-effect.ts'
import { type Margin, rake } from './rake.ts'
import { trimWeights } from './trim-weights.ts'

/** A sample on two variables with somebody in every cell, and targets that some weights meet: those of a population like it. */
const sample = fc.array(fc.record({ first: fc.nat(2), second: fc.nat(1), weight: fc.double({ min: 0.5, max: 2, noNaN: true }) }), { minLength: 1, maxLength: 40 }).map((drawn) => {
  const people = [...[0, 1, 2].flatMap((first) => [0, 1].map((second) => ({ first, second, weight: 1 }))), ...drawn]
  const totals = (of: readonly number[], levels: number) =>
    Array.from({ length: levels }, (_, level) => people.reduce((sum, { weight }, who) => sum + (of[who] === level ? weight : 0), 0))
  const [one, other] = [people.map(({ first }) => first), people.map(({ second }) => second)]
  const margins: Margin[] = [
    { name: 'first', of: one, totals: totals(one, 3) },
    { name: 'second', of: other, totals: totals(other, 2) },
  ]
  return { base: people.map(() => 1), margins }
})

test('raked weights meet their margins, are over 0, and are the same in another order of the margins', () => {
  fc.assert(
    fc.property(sample, ({ base, margins }) => {
      const { weights, converged, largestMarginError } = rake(base, margins)
      expect([converged, largestMarginError < 1e-9, weights.every((weight) => weight > 0)]).toEqual([true, true, true])
      const again = rake(base, margins.toReversed()).weights
      weights.forEach((weight, at) => {
        expect(again[at]).toBeCloseTo(weight, 6)
      })
    }),
    { numRuns: 60 },
  )
})

test('bounded weights meet their margins inside the bounds, or say that they do not', () => {
  fc.assert(
    fc.property(sample, ({ base, margins }) => {
      const [low, high] = [0.3, 3]
      const { weights, converged, largestMarginError } = calibrateBounded(base, margins, { low, high })
      const scale = (margins[0]?.totals ?? []).reduce((sum, total) => sum + total, 0) / base.length
      expect(weights.every((weight) => weight >= low * scale - 1e-9 && weight <= high * scale + 1e-9)).toBe(true)
      expect(converged).toBe(largestMarginError < 1e-8)
    }),
    { numRuns: 60 },
  )
})

test('a cap is kept to a ten-thousandth, and what is trimmed off is not lost', () => {
  fc.assert(
    fc.property(sample, fc.double({ min: 1.2, max: 3, noNaN: true }), ({ base, margins }, cap) => {
      const { weights } = rake(base, margins, { cap })
      const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
      expect(Math.max(...weights) / mean).toBeLessThanOrEqual(cap + 1e-4 + 1e-9)
      const raked = rake(base, margins).weights
      const trimmed = trimWeights(raked, { high: mean * cap, strict: true })
      expect(trimmed.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(
        raked.reduce((sum, weight) => sum + weight, 0),
        6,
      )
    }),
    { numRuns: 60 },
  )
})

test('a design effect is at least one, and one for equal weights', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1 }), (weights) => {
      expect(designEffect(weights).designEffect).toBeGreaterThanOrEqual(1 - 1e-12)
      expect(designEffect(weights.map(() => 3)).designEffect).toBeCloseTo(1, 12)
    }),
  )
})

test('collapsed levels are neighbours, and each has enough or is alone', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 12 }), (respondents) => {
      const into = collapseLevels(respondents, 5)
      into.forEach((merged, level) => {
        expect(level === 0 ? merged : merged - (into[level - 1] as number)).toBeLessThanOrEqual(1)
      })
      const sums = Array.from({ length: Math.max(...into) + 1 }, (_, at) => respondents.reduce((sum, count, level) => sum + (into[level] === at ? count : 0), 0))
      if (sums.length > 1) expect(Math.min(...sums)).toBeGreaterThanOrEqual(5)
    }),
  )
})
