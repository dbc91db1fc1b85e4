import { describe, expect, test } from 'vitest'
import { consensusScore } from './consensus-score.ts'
import { expectedMinimum } from './expected-minimum.ts'
import { shrinkSupport } from './shrink-support.ts'

const estimates = shrinkSupport([
  { group: 'staff', theme: 'buses', for: 720, against: 280, asked: 1000 },
  { group: 'elected', theme: 'buses', for: 14, against: 7, asked: 21 },
  { group: 'residents', theme: 'buses', for: 260, against: 140, asked: 400 },
  { group: 'workshop', theme: 'buses', for: 19, against: 11, asked: 30 },
  { group: 'children', theme: 'buses', for: 41, against: 19, asked: 60 },
])

describe('the consensus score', () => {
  // Five million draws in R, from the same posteriors: mean 0.575018, P(all > ½) 0.868901.
  test('is the expected support in the least supportive group', () => {
    expect(expectedMinimum(estimates.map(({ posterior }) => posterior))).toBeCloseTo(0.575018, 4)
    expect(Math.abs(consensusScore(estimates, { seed: 1, draws: 100_000 }).minimum.mean - 0.575018)).toBeLessThan(0.001)
    expect(Math.abs(consensusScore(estimates, { seed: 1 }).minimum.mean - 0.575018)).toBeLessThan(0.006)
  })

  test('tells how probable it is that every group has a majority for', () => expect(consensusScore(estimates, { seed: 1 }).allAboveHalf).toBeCloseTo(0.868901099473837, 12))

  test('spans from the lowest of the lower bounds to the lowest of the upper', () => {
    const { minimum } = consensusScore(estimates, { seed: 1 })
    expect(minimum.low).toBe(Math.min(...estimates.map(({ low }) => low)))
    expect(minimum.high).toBe(Math.min(...estimates.map(({ high }) => high)))
  })

  test('is the same for the same seed, and near it for another', () => {
    expect(consensusScore(estimates, { seed: 5 })).toEqual(consensusScore(estimates, { seed: 5 }))
    expect(Math.abs(consensusScore(estimates, { seed: 5 }).minimum.mean - consensusScore(estimates, { seed: 6 }).minimum.mean)).toBeLessThan(0.01)
  })

  test('depends neither on the order of the groups nor on their names', () => {
    const renamed = estimates.map((estimate, index) => ({ ...estimate, group: `${9 - index}` })).toReversed()
    expect(consensusScore(renamed, { seed: 5 })).toEqual(consensusScore(estimates, { seed: 5 }))
  })

  test('never exceeds what a census says', () => {
    const withCensus = shrinkSupport(
      [
        { group: 'staff', theme: 'buses', for: 990, against: 10, asked: 1000 },
        { group: 'elected', theme: 'buses', for: 7, against: 14, asked: 21 },
      ],
      { census: ['elected'] },
    )
    const { minimum, allAboveHalf } = consensusScore(withCensus, { seed: 1 })
    expect(minimum.mean).toBeCloseTo(1 / 3, 12)
    expect([minimum.low, minimum.high, allAboveHalf]).toEqual([1 / 3, 1 / 3, 0])
    expect(expectedMinimum(withCensus.map(({ posterior }) => posterior))).toBeCloseTo(1 / 3, 9)
  })

  test('falls, or stays, with every group that is added', () => {
    for (let groups = 2; groups <= estimates.length; groups++) {
      const posteriors = estimates.slice(0, groups).map(({ posterior }) => posterior)
      expect(expectedMinimum(posteriors)).toBeLessThanOrEqual(expectedMinimum(posteriors.slice(0, -1)))
    }
  })

  test('of one group is its own support', () => expect(expectedMinimum([{ a: 3, b: 5 }])).toBeCloseTo(3 / 8, 9))

  test('is refused for no group and for no draws', () => {
    expect(() => consensusScore([], { seed: 1 })).toThrow(RangeError)
    expect(() => consensusScore(estimates, { seed: 1, draws: 0 })).toThrow(RangeError)
    expect(() => expectedMinimum([])).toThrow(RangeError)
  })
})
