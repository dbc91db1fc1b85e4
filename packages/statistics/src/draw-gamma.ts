import type { Random } from './seeded-random.ts'

/**
 * A draw from the gamma distribution with the given shape and scale 1.
 *
 * Method: Marsaglia & Tsang (2000); under shape 1 a draw of shape + 1 times U^(1/shape).
 * Throws RangeError when the shape is not above 0.
 *
 * @example
 * drawGamma(seededRandom(1), 3) > 0 // => true
 */
export function drawGamma(random: Random, shape: number): number {
  return Math.exp(drawLogGamma(random, shape))
}

/** The logarithm of a gamma draw: a draw of shape 0.01 is often too small to be a number. */
export function drawLogGamma(random: Random, shape: number): number {
  if (!(shape > 0 && shape < Infinity)) throw new RangeError(`drawGamma needs a shape above 0, not ${shape}`)
  if (shape < 1) return drawLogGamma(random, shape + 1) + Math.log(1 - random()) / shape
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const normal = drawNormal(random)
    const v = (1 + c * normal) ** 3
    if (v <= 0) continue
    const logV = Math.log(v)
    if (Math.log(1 - random()) < normal ** 2 / 2 + d - d * v + d * logV) return Math.log(d) + logV
  }
}

// Box & Muller (1958), one of the pair: the generator then stands at the same place whatever was drawn before.
function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
