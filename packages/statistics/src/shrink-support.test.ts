import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaQuantile } from './beta-quantile.ts'
import { betaBinomialLogLikelihood, estimateKappa } from './estimate-kappa.ts'
import { type StanceCount, type SupportEstimate, shrinkSupport } from './shrink-support.ts'

/** Staff, elected and residents in so many themes, where each of them says about the same. */
function matrix(themes: number): StanceCount[] {
  return Array.from({ length: themes }, (_, index) => {
    const share = 0.2 + (0.6 * index) / themes
    return [
      { group: 'staff', size: 1000 },
      { group: 'elected', size: 21 },
      { group: 'residents', size: 400 },
    ].map(({ group, size }) => {
      const inFavour = Math.round(size * share)
      return { group, theme: `theme ${index}`, for: inFavour, against: size - inFavour, asked: size }
    })
  }).flat()
}

const of = (estimates: readonly SupportEstimate[], group: string, theme: string) => {
  const found = estimates.find((estimate) => estimate.group === group && estimate.theme === theme)
  if (!found) throw new Error(`${group} has no estimate of ${theme}`)
  return found
}

describe('the support of a group', () => {
  test("rests on Jeffreys' prior when there are fewer than eight themes", () => {
    const elected = of(shrinkSupport(matrix(7)), 'elected', 'theme 3')
    expect(elected.posterior).toEqual({ a: elected.share * 21 + 0.5, b: (1 - elected.share) * 21 + 0.5 })
    expect(elected.low).toBe(betaQuantile(0.05, 10.5, 11.5))
  })

  test('is drawn towards what the other groups say from eight themes on', () => {
    const counts = matrix(8).map((count) => (count.group === 'elected' && count.theme === 'theme 7' ? { ...count, for: 8, against: 13 } : count))
    const elected = of(shrinkSupport(counts), 'elected', 'theme 7')
    const others = (of(shrinkSupport(counts), 'staff', 'theme 7').share + of(shrinkSupport(counts), 'residents', 'theme 7').share) / 2
    expect(elected.share).toBeLessThan(elected.mean)
    expect(elected.mean).toBeLessThan(others)
  })

  test('is never drawn more than half the way by a prior as heavy as the voice itself', () => {
    const counts = matrix(12).map((count) => (count.group === 'elected' && count.theme === 'theme 11' ? { ...count, for: 0, against: 2 } : count))
    const elected = of(shrinkSupport(counts), 'elected', 'theme 11')
    expect(elected.posterior).toMatchObject({ a: expect.any(Number) })
    if ('a' in elected.posterior) expect(elected.posterior.a + elected.posterior.b).toBeLessThanOrEqual(4 + 1e-12)
    expect(elected.mean).toBeLessThan(0.5)
  })

  test('is given no interval and is not shrunk when the group was asked in full', () => {
    const elected = of(shrinkSupport(matrix(12), { census: ['elected'] }), 'elected', 'theme 3')
    expect(elected).toMatchObject({ census: true, mean: elected.share, low: elected.share, high: elected.share, posterior: { point: elected.share } })
  })

  test('of a census still tells the other groups what to expect', () => {
    const counts = matrix(12)
    const swayed = counts.map((count) => (count.group === 'elected' ? { ...count, for: 0, against: 21 } : count))
    const before = of(shrinkSupport(counts, { census: ['elected'] }), 'residents', 'theme 11')
    const after = of(shrinkSupport(swayed, { census: ['elected'] }), 'residents', 'theme 11')
    expect(after.mean).toBeLessThan(before.mean)
  })

  test('has no estimate where nobody took a stand, and that changes nothing for the others', () => {
    const silent = { group: 'children', theme: 'theme 3', for: 0, against: 0, asked: 60 }
    expect(shrinkSupport([...matrix(9), silent])).toEqual(shrinkSupport(matrix(9)))
  })

  test('of a group that is alone with the theme rests on itself', () => {
    const alone = { group: 'children', theme: 'pool', for: 20, against: 2, asked: 60 }
    expect(of(shrinkSupport([...matrix(12), alone]), 'children', 'pool').posterior).toEqual({ a: 20.5, b: 2.5 })
  })

  test('does not depend on the order of the counts', () => {
    expect(shrinkSupport(matrix(12).toReversed()).toReversed()).toEqual(shrinkSupport(matrix(12)))
  })

  test('lies inside its interval, and the interval inside 0 and 1', () => {
    const count = fc.record({ for: fc.nat(300), against: fc.nat(300) })
    fc.assert(
      fc.property(fc.array(fc.tuple(count, count, count), { minLength: 1, maxLength: 12 }), (themes) => {
        const counts = themes.flatMap((groups, theme) =>
          groups.map((stances, group) => ({ ...stances, group: `${group}`, theme: `${theme}`, asked: stances.for + stances.against })),
        )
        for (const { low, mean, high } of shrinkSupport(counts)) expect(0 <= low && low <= mean && mean <= high && high <= 1).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  test('may be counted with weights', () => expect(shrinkSupport([{ group: 'residents', theme: 'buses', for: 80.4, against: 20.1, asked: 120.7 }])[0]?.share).toBeCloseTo(0.8, 12))

  test.each([
    ['a negative count', { for: -1, against: 0, asked: 5 }],
    ['what is no number', { for: Number.NaN, against: 0, asked: 5 }],
    ['more stands than people', { for: 4, against: 4, asked: 5 }],
    ['more stands than mentions', { for: 4, against: 4, asked: 20, mentioned: 3 }],
    ['more mentions than people', { for: 4, against: 4, asked: 20, mentioned: 21 }],
  ])('is refused for %s', (_, figures) => expect(() => shrinkSupport([{ group: 'staff', theme: 'buses', ...figures }])).toThrow(/staff, buses/))

  test('is refused for a group that is counted twice in a theme', () => expect(() => shrinkSupport([...matrix(1), ...matrix(1)])).toThrow('Counted twice: staff, theme 0'))

  test('is refused at a level that is none', () => expect(() => shrinkSupport([], { level: 1 })).toThrow(RangeError))
})

describe('the weight of the prior', () => {
  test('is light for a group that goes its own way and heavy for one that follows', () => {
    const themes = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((priorMean) => ({ priorMean, trials: 400 }))
    const follows = estimateKappa(themes.map((theme) => ({ ...theme, successes: 400 * theme.priorMean })))
    const leaves = estimateKappa(themes.map((theme) => ({ ...theme, successes: 400 * (1 - theme.priorMean) })))
    expect(follows).toBe(200)
    expect(leaves).toBeLessThan(10)
  })

  test('is where the likelihood is highest', () => {
    const trials = [3, 9, 14, 6, 18, 11, 2, 16].map((successes, index) => ({ successes, trials: 21, priorMean: 0.15 + 0.09 * index }))
    const kappa = estimateKappa(trials)
    for (let other = 1; other <= 200; other++) expect(betaBinomialLogLikelihood(trials, other)).toBeLessThanOrEqual(betaBinomialLogLikelihood(trials, kappa))
  })
})
