import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { betaCdf, betaQuantile, consensusScore, drawBeta, expectedMinimum, logBeta, seededRandom, shrinkSupport, wilsonInterval } from './index.ts'

/** The answers of R, kept outside the project. Some of them are written into the tests beside each function, so that those run everywhere. */
const folder = resolve(import.meta.dirname, '../../../../shared/data/consensus')
const present = existsSync(folder)
if (!present) console.log('not run: ../shared absent')

const published = <Answer>(file: string): Answer => JSON.parse(readFileSync(resolve(folder, file), 'utf8'))

describe.skipIf(!present)("R's answers (needs ../shared)", () => {
  type BetaAnswer = Record<
    | 'k'
    | 'n'
    | 'jeffreys_mean'
    | 'jeffreys_q025'
    | 'jeffreys_q05'
    | 'jeffreys_q95'
    | 'jeffreys_q975'
    | 'p_gt_half'
    | 'p_gt_two_thirds'
    | 'wilson95_lo'
    | 'wilson95_hi'
    | 'clopper95_lo'
    | 'clopper95_hi',
    number
  >

  test('beta quantiles agree to 1e-8', () => {
    for (const answer of published<BetaAnswer[]>('beta_intervals.json')) {
      const [a, b] = [answer.k + 0.5, answer.n - answer.k + 0.5]
      for (const [p, quantile] of [
        [0.025, answer.jeffreys_q025],
        [0.05, answer.jeffreys_q05],
        [0.95, answer.jeffreys_q95],
        [0.975, answer.jeffreys_q975],
      ] as const) {
        expect(Math.abs(betaQuantile(p, a, b) - quantile), `qbeta(${p}, ${a}, ${b})`).toBeLessThan(1e-8)
        expect(Math.abs(betaQuantile(p, a, b) / quantile - 1), `qbeta(${p}, ${a}, ${b}), relative`).toBeLessThan(1e-10)
      }
    }
  })

  test('Clopper and Pearson’s bounds, that are beta quantiles, agree to 1e-8', () => {
    for (const { k, n, clopper95_lo, clopper95_hi } of published<BetaAnswer[]>('beta_intervals.json')) {
      if (k > 0) expect(Math.abs(betaQuantile(0.025, k, n - k + 1) - clopper95_lo)).toBeLessThan(1e-8)
      if (k < n) expect(Math.abs(betaQuantile(0.975, k + 1, n - k) - clopper95_hi)).toBeLessThan(1e-8)
    }
  })

  test('probabilities over ½ and over ⅔ agree to 1e-12', () => {
    for (const answer of published<BetaAnswer[]>('beta_intervals.json')) {
      const [a, b] = [answer.k + 0.5, answer.n - answer.k + 0.5]
      expect(Math.abs(betaCdf(1 / 2, b, a) - answer.p_gt_half)).toBeLessThan(1e-12)
      expect(Math.abs(betaCdf(1 / 3, b, a) - answer.p_gt_two_thirds)).toBeLessThan(1e-12)
    }
  })

  test('Wilson intervals agree to 1e-8', () => {
    for (const { k, n, wilson95_lo, wilson95_hi } of published<BetaAnswer[]>('beta_intervals.json')) {
      const { low, high } = wilsonInterval(k, n)
      expect(Math.max(Math.abs(low - wilson95_lo), Math.abs(high - wilson95_hi)), `${k} of ${n}`).toBeLessThan(1e-8)
    }
  })

  test('the beta-binomial likelihood at the published maximum is the published one, and lower on all sides', () => {
    type Fit = { k: number[]; n: number[]; fit: { mean: number; kappa: number; loglik: number } }
    for (const { k, n, fit } of published<Fit[]>('beta_binomial_mle.json')) {
      const logLikelihood = (mean: number, kappa: number) =>
        k.reduce((sum, y, index) => {
          const trials = n[index] ?? 0
          const logChoose = -Math.log(trials + 1) - logBeta(y + 1, trials - y + 1)
          return sum + logChoose + logBeta(y + kappa * mean, trials - y + kappa * (1 - mean)) - logBeta(kappa * mean, kappa * (1 - mean))
        }, 0)
      const highest = logLikelihood(fit.mean, fit.kappa)
      expect(Math.abs(highest - fit.loglik)).toBeLessThan(1e-8)
      for (const [mean, kappa] of [
        [1.01, 1],
        [0.99, 1],
        [1, 1.05],
        [1, 0.95],
      ] as const)
        expect(logLikelihood(fit.mean * mean, fit.kappa * kappa)).toBeLessThan(highest)
    }
  })

  describe('posteriors of several groups', () => {
    type Combination = { k: number[]; n: number[]; mean_min: number; min_q05: number; min_q95: number; p_all_gt_half: number }
    const answers = present ? published<Combination[]>('posterior_combination.json') : []
    const estimatesOf = ({ k, n }: Combination) =>
      shrinkSupport(k.map((y, index) => ({ group: `group ${index}`, theme: 'theme', for: y, against: (n[index] ?? 0) - y, asked: n[index] ?? 0 })))

    test.each(answers)('the expected minimum of $k of $n agrees to 1e-4', (answer) => {
      expect(Math.abs(expectedMinimum(estimatesOf(answer).map(({ posterior }) => posterior)) - answer.mean_min)).toBeLessThan(1e-4)
    })

    test.each(answers)('two thousand draws of $k of $n come within their error', (answer) => {
      const spreadOfMinimum = (answer.min_q95 - answer.min_q05) / 3.29
      const { minimum } = consensusScore(estimatesOf(answer), { seed: 1 })
      expect(Math.abs(minimum.mean - answer.mean_min)).toBeLessThan((4 * spreadOfMinimum) / Math.sqrt(2000))
    })

    test.each(answers)('the probability that all of $k of $n are over ½ agrees to 1e-12', (answer) => {
      expect(Math.abs(consensusScore(estimatesOf(answer), { seed: 1 }).allAboveHalf - answer.p_all_gt_half)).toBeLessThan(1e-12)
    })

    test.each(answers)('the quantiles of the drawn minimum of $k of $n come within their error', (answer) => {
      const random = seededRandom(1)
      const posteriors = estimatesOf(answer).flatMap(({ posterior }) => ('a' in posterior ? [posterior] : []))
      const minima = Array.from({ length: 40_000 }, () => Math.min(...posteriors.map(({ a, b }) => drawBeta(random, a, b))))
      const under = (limit: number) => minima.filter((minimum) => minimum < limit).length / minima.length
      expect(Math.abs(under(answer.min_q05) - 0.05)).toBeLessThan(0.005)
      expect(Math.abs(under(answer.min_q95) - 0.95)).toBeLessThan(0.005)
    })
  })
})
