import { expect, test } from 'vitest'
import { findConsensus } from './find-consensus.ts'
import { type Random, seededRandom } from './seeded-random.ts'

// The simulation of analysis.md §5: five groups of very different sizes, eighty themes; the truth is the lowest true support.
const sizes = { employees: 1000, elected: 21, residents: 400, workshop: 30, children: 60 }
const themes = 80

function simulate(seed: number) {
  const random = seededRandom(seed)
  return Array.from({ length: themes }, (_, at) => {
    const [middle, spread] = [0.4 + 1.2 * normal(random), random() < 0.3 ? 1.2 : 0.35]
    const groups = Object.entries(sizes).map(([group, size]) => {
      const support = 1 / (1 + Math.exp(-(middle + spread * normal(random))))
      const asked = binomial(random, size, 0.3 + 0.7 * random())
      const agreed = binomial(random, asked, support)
      return { support, count: { group, theme: `theme ${at}`, for: agreed, against: asked - agreed, asked } }
    })
    return { groups, truth: Math.min(...groups.map(({ support }) => support)) }
  })
}

test('over ten seeds the ranking follows the lowest support, and holds up no false consensus', () => {
  const rankings = Array.from({ length: 10 }, (_, seed) => {
    const drawn = simulate(seed + 1)
    const truths = drawn.map(({ truth }) => truth)
    const scores = findConsensus(
      drawn.flatMap(({ groups }) => groups.map(({ count }) => count)),
      { seed: 1 },
    ).map(({ score }) => score?.minimum.mean ?? 0)
    const pooled = drawn.map(({ groups }) => groups.reduce((sum, { count }) => sum + count.for, 0) / groups.reduce((sum, { count }) => sum + count.asked, 0))
    return { spearman: spearman(scores, truths), falseConsensus: falseAmongTen(scores, truths), pooled: spearman(pooled, truths), pooledFalse: falseAmongTen(pooled, truths) }
  })
  const mean = (key: keyof (typeof rankings)[number]) => rankings.reduce((sum, each) => sum + each[key], 0) / rankings.length
  expect(mean('spearman')).toBeGreaterThanOrEqual(0.96)
  expect(mean('falseConsensus')).toBeLessThanOrEqual(0.002)
  expect(mean('pooled')).toBeLessThan(0.9)
  expect(mean('pooledFalse')).toBeGreaterThan(0.02)
})

function falseAmongTen(scores: readonly number[], truths: readonly number[]): number {
  const ten = scores
    .map((_, at) => at)
    .sort((one, other) => (scores[other] as number) - (scores[one] as number))
    .slice(0, 10)
  return ten.filter((at) => (truths[at] as number) < 0.5).length / 10
}

function spearman(one: readonly number[], other: readonly number[]): number {
  const ranks = (values: readonly number[]) => {
    const places = new Array<number>(values.length)
    values
      .map((_, at) => at)
      .sort((a, b) => (values[a] as number) - (values[b] as number))
      .forEach((at, place) => {
        places[at] = place
      })
    return places
  }
  const [first, second, n] = [ranks(one), ranks(other), one.length]
  return 1 - (6 * first.reduce((sum, place, at) => sum + (place - (second[at] as number)) ** 2, 0)) / (n * (n * n - 1))
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

function binomial(random: Random, trials: number, share: number): number {
  let successes = 0
  for (let trial = 0; trial < trials; trial++) if (random() < share) successes++
  return successes
}
