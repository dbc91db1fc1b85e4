import { betaCdf } from './beta-cdf.ts'
import type { Posterior } from './shrink-support.ts'

/**
 * The expected support in the least supportive group, without draws: E[min] = ∫ Π (1 - F_g(x)) dx over [0, 1].
 *
 * Method: Gauss–Legendre quadrature with five points on each of 200 equal pieces, up to the lowest census point.
 * Agrees with five million draws to their own error. Throws RangeError when there is no group.
 *
 * @example
 * expectedMinimum([{ a: 9.5, b: 1.5 }, { a: 8.5, b: 2.5 }]) // ≈ 0.7466
 * expectedMinimum([{ point: 0.4 }]) // ≈ 0.4
 */
export function expectedMinimum(posteriors: readonly Posterior[]): number {
  if (posteriors.length === 0) throw new RangeError('expectedMinimum needs at least one group')
  const top = Math.min(1, ...posteriors.map((posterior) => ('point' in posterior ? posterior.point : 1)))
  const betas = posteriors.filter((posterior) => 'a' in posterior)
  const width = top / pieces
  let sum = 0
  for (let piece = 0; piece < pieces; piece++) {
    for (const [place, weight] of fivePoints) sum += weight * aboveAll(betas, (piece + (1 + place) / 2) * width)
  }
  return (sum * width) / 2
}

const pieces = 200

// Roots and weights of the fifth Legendre polynomial (Abramowitz & Stegun, table 25.4).
const fivePoints = [
  [0, 0.5688888888888889],
  [0.5384693101056831, 0.47862867049936647],
  [-0.5384693101056831, 0.47862867049936647],
  [0.906179845938664, 0.23692688505618908],
  [-0.906179845938664, 0.23692688505618908],
] as const

function aboveAll(betas: readonly { readonly a: number; readonly b: number }[], x: number): number {
  let product = 1
  for (const { a, b } of betas) {
    product *= betaCdf(1 - x, b, a)
    if (product === 0) return 0
  }
  return product
}
