/** Draws the next number in [0, 1). */
export type Random = () => number

/**
 * A generator of random numbers that always gives the same ones for the same seed, on every machine.
 *
 * Method: xoshiro128** (Blackman & Vigna 2018; period 2^128 - 1), its state filled by SplitMix64 (Steele, Lea &
 * Flood 2014) as its authors advise. Each number has 53 random bits, from two steps. Not for secrets.
 * Throws RangeError when the seed is not a whole number from 0 to 2^53 - 1.
 *
 * @example
 * const random = seededRandom(2021)
 * const again = seededRandom(2021)
 * random() === again() // => true
 */
export function seededRandom(seed: number): Random {
  if (!(Number.isSafeInteger(seed) && seed >= 0)) throw new RangeError(`A seed is a whole number from 0 to 2^53 - 1, not ${seed}`)
  const next = xoshiro128(stateFrom(seed))
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53
}

type State = readonly [number, number, number, number]

/** The bare generator: 32 random bits, 0 to 2^32 - 1, at each call. */
export function xoshiro128(state: State): () => number {
  let [a, b, c, d] = state
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotateLeft(d, 11)
    return result
  }
}

function rotateLeft(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by))
}

function stateFrom(seed: number): State {
  const next = splitMix64(BigInt(seed))
  const [first, second] = [next(), next()]
  return [Number(first & 0xffffffffn), Number(first >> 32n), Number(second & 0xffffffffn), Number(second >> 32n)]
}

/** The generator that fills the state: 64 random bits at each call. */
export function splitMix64(seed: bigint): () => bigint {
  let state = seed
  return () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n)
    let z = state
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n)
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn)
    return z ^ (z >> 31n)
  }
}
