import { logBeta } from './log-beta.ts'

/** One theme as a group's prior strength is learnt from it: `successes` of `trials`, and what the other groups lead one to expect. */
export type PriorTrial = { readonly successes: number; readonly trials: number; readonly priorMean: number }

/**
 * How much weight, counted in answers, the other groups' opinion deserves as prior for a group: the κ of largest
 * marginal likelihood. Large when the group has been where the others led one to expect, small when it goes its own way.
 *
 * Method: beta-binomial marginal likelihood, Σ log B(y + κm, n - y + κ(1 - m)) - log B(κm, κ(1 - m)), over the whole
 * numbers 1 to 200; the smallest κ of those that are equally good. Throws RangeError when a prior mean is not strictly
 * between 0 and 1.
 *
 * @example
 * estimateKappa([{ successes: 9, trials: 10, priorMean: 0.2 }, { successes: 1, trials: 10, priorMean: 0.8 }]) // => 1
 * estimateKappa([{ successes: 5, trials: 10, priorMean: 0.5 }]) // => 200
 */
export function estimateKappa(trials: readonly PriorTrial[]): number {
  let best = { kappa: 1, likelihood: -Infinity }
  for (let kappa = 1; kappa <= largestKappa; kappa++) {
    const likelihood = betaBinomialLogLikelihood(trials, kappa)
    if (likelihood > best.likelihood) best = { kappa, likelihood }
  }
  return best.kappa
}

const largestKappa = 200

/** Without the binomial coefficients, that no κ changes. */
export function betaBinomialLogLikelihood(trials: readonly PriorTrial[], kappa: number): number {
  return trials.reduce((sum, { successes, trials: n, priorMean }) => {
    const [a, b] = [kappa * priorMean, kappa * (1 - priorMean)]
    if (n <= fewTrials && Number.isInteger(n) && Number.isInteger(successes)) return sum + Math.log(risen(successes, n, a, b))
    return sum + logBeta(successes + a, n - successes + b) - logBeta(a, b)
  }, 0)
}

/** B(a + y, b + n - y) / B(a, b) of whole numbers as the product it is: many times quicker than by logarithms of gamma, while it is not too small for a number. */
function risen(successes: number, n: number, a: number, b: number): number {
  let product = 1
  for (let at = 0; at < successes; at++) product *= (a + at) / (a + b + at)
  for (let at = 0; at < n - successes; at++) product *= (b + at) / (a + b + successes + at)
  return product
}

const fewTrials = 60
