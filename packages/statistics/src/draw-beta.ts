import { drawLogGamma } from './draw-gamma.ts'
import type { Random } from './seeded-random.ts'

/**
 * A draw from the beta distribution with parameters a, b: X / (X + Y) of two gamma draws, taken in logarithms so that
 * small parameters give no 0 / 0. Throws RangeError when a or b is not above 0.
 *
 * @example
 * const draw = drawBeta(seededRandom(1), 18.5, 3.5)
 * draw > 0 && draw < 1 // => true
 */
export function drawBeta(random: Random, a: number, b: number): number {
  const logX = drawLogGamma(random, a)
  const logY = drawLogGamma(random, b)
  return 1 / (1 + Math.exp(logY - logX))
}
