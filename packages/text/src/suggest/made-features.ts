import type { Features } from './text-features.ts'

/** Features of made-up texts, the same for the same seed, with the chance that made them: for tests of what is reckoned from them. */
export function madeFeatures(size: number, seed: number): { readonly features: Features; readonly random: () => number } {
  const [width, each, dimensions] = [60, 8, 4]
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const features = {
    size,
    width,
    starts: Uint32Array.from({ length: size + 1 }, (_, text) => text * each),
    columns: Uint32Array.from({ length: size * each }, (_, at) => (at % each) * 7 + Math.floor(random() * 7)),
    values: Float32Array.from({ length: size * each }, random),
    dimensions,
    meanings: Float32Array.from({ length: size * dimensions }, () => random() - 0.5),
  }
  return { features, random }
}
