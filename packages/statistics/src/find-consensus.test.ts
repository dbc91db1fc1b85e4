import { describe, expect, test } from 'vitest'
import { findConsensus } from './find-consensus.ts'
import { seededRandom } from './seeded-random.ts'
import type { StanceCount } from './shrink-support.ts'

describe('the matrix of themes and groups', () => {
  const counts: StanceCount[] = [
    { group: 'residents', theme: 'buses', for: 320, against: 40, asked: 400 },
    { group: 'elected', theme: 'buses', for: 19, against: 2, asked: 21 },
    { group: 'residents', theme: 'wind', for: 330, against: 30, asked: 400 },
    { group: 'elected', theme: 'wind', for: 3, against: 18, asked: 21 },
    { group: 'residents', theme: 'moon', for: 0, against: 0, asked: 400 },
  ]

  test('is read theme by theme, in the order they came', () => {
    const read = findConsensus(counts, { census: ['elected'], seed: 1 })
    expect(read.map(({ theme, reading }) => [theme, reading])).toEqual([
      ['buses', 'samsyn'],
      ['wind', 'split'],
      ['moon', 'not-yet-known'],
    ])
    expect(read[2]).toMatchObject({ score: undefined, groups: [] })
  })

  test('gives themes with the same counts the same score', () => {
    const twice = findConsensus([...counts, ...counts.map((count) => ({ ...count, theme: `${count.theme} again` }))], { seed: 1 })
    expect(twice[3]?.score).toEqual(twice[0]?.score)
  })

  test('of nothing is nothing', () => expect(findConsensus([], { seed: 1 })).toEqual([]))
})

/**
 * The design that the method was chosen on: five groups of 1000, 21, 400, 30 and 60, 80 themes, of which three in ten
 * divide the groups. The truth is the support in the least supportive group.
 */
describe('on a simulated municipality', () => {
  const sizes = { staff: 1000, elected: 21, residents: 400, workshop: 30, children: 60 }
  const runs = Array.from({ length: 10 }, (_, seed) => simulate(seed + 1))
  const mean = (of: (run: (typeof runs)[number]) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length

  test('the score ranks themes as the true minimum does, far better than the pooled share', () => {
    expect(mean(({ truth, score }) => rankCorrelation(truth, score))).toBeGreaterThanOrEqual(0.96)
    expect(mean(({ truth, pooled }) => rankCorrelation(truth, pooled))).toBeLessThan(0.9)
  })

  test('its ten best hold no theme that a group is against, where the pooled ten best do', () => {
    const falseConsensus = (truth: number[], ranking: number[]) => topTen(ranking).filter((theme) => (truth[theme] ?? 0) < 0.5).length / 10
    expect(mean(({ truth, score }) => falseConsensus(truth, score))).toBeLessThanOrEqual(0.01)
    expect(mean(({ truth, pooled }) => falseConsensus(truth, pooled))).toBeGreaterThan(0.03)
  })

  test('the interval of the lowest group covers it about nine times of ten', () => {
    const covered = mean(
      ({ truth, themes }) =>
        themes.filter(({ score }, theme) => score && score.minimum.low <= (truth[theme] ?? 0) && (truth[theme] ?? 0) <= score.minimum.high).length / themes.length,
    )
    expect(covered).toBeGreaterThan(0.86)
    expect(covered).toBeLessThan(0.94)
  })

  test('shrinking brings the elected nearer to the truth than their raw share', () => {
    const error = (of: (estimate: { mean: number; share: number }) => number) =>
      mean(({ themes, elected }) =>
        themes.reduce((sum, { groups }, theme) => {
          const estimate = groups.find(({ group }) => group === 'elected')
          return sum + (estimate ? (of(estimate) - (elected[theme] ?? 0)) ** 2 : 0)
        }, 0),
      )
    expect(Math.sqrt(error(({ mean }) => mean) / error(({ share }) => share))).toBeLessThan(0.85)
  })

  function simulate(seed: number) {
    const random = seededRandom(seed)
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const binomial = (n: number, p: number) => Array.from({ length: n }, random).filter((draw) => draw < p).length
    const drawn = Array.from({ length: 80 }, (_, theme) => {
      const [centre, spread] = [0.4 + 1.2 * normal(), random() < 0.3 ? 1.2 : 0.35]
      const groups = Object.entries(sizes).map(([group, size]) => {
        const support = 1 / (1 + Math.exp(-(centre + spread * normal())))
        const asked = binomial(size, 0.3 + 0.7 * random())
        const inFavour = binomial(asked, support)
        return { support, count: { group, theme: `${theme}`, for: inFavour, against: asked - inFavour, asked } }
      })
      const sum = (of: (count: StanceCount) => number) => groups.reduce((total, { count }) => total + of(count), 0)
      return { groups, truth: Math.min(...groups.map(({ support }) => support)), pooled: sum((count) => count.for) / sum((count) => count.asked), elected: groups[1]?.support ?? 0 }
    })
    const themes = findConsensus(
      drawn.flatMap(({ groups }) => groups.map(({ count }) => count)),
      { seed },
    )
    return {
      themes,
      score: themes.map(({ score }) => score?.minimum.mean ?? 0),
      truth: drawn.map(({ truth }) => truth),
      pooled: drawn.map(({ pooled }) => pooled),
      elected: drawn.map(({ elected }) => elected),
    }
  }
})

function topTen(ranking: readonly number[]): number[] {
  return [...ranking.keys()].toSorted((one, other) => (ranking[other] ?? 0) - (ranking[one] ?? 0)).slice(0, 10)
}

/** Spearman's, for values without ties. */
function rankCorrelation(one: readonly number[], other: readonly number[]): number {
  const ranks = (values: readonly number[]) => {
    const order = [...values.keys()].toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
    return order.reduce(
      (all, index, rank) => all.with(index, rank),
      values.map(() => 0),
    )
  }
  const [first, second] = [ranks(one), ranks(other)]
  const squares = first.reduce((sum, rank, index) => sum + (rank - (second[index] ?? 0)) ** 2, 0)
  return 1 - (6 * squares) / (one.length * (one.length ** 2 - 1))
}
