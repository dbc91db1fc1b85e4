import { expect, test } from 'vitest'
import { compareTexts } from './compare-texts.ts'
import { trainSeparators } from './train-separators.ts'

test('comparing texts with each other once gives the planes that going through each text gives', () => {
  const [size, width, each, dimensions, codes] = [90, 60, 8, 4, 6]
  let seed = 7
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
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
  const taught = Int8Array.from({ length: size * codes }, () => (random() < 0.2 ? 1 : random() < 0.1 ? 0 : -1))
  const [compared, gone] = [trainSeparators(compareTexts(features), taught, codes), trainSeparators(compareTexts(features, 0), taught, codes)]
  expect(compared.isLearnt).toEqual(Array(codes).fill(true))
  for (const what of ['weights', 'meanings', 'bias'] as const) {
    expect(gone[what].some((value) => Math.abs(value) > 0.1)).toBe(true)
    gone[what].forEach((value, at) => {
      expect(compared[what][at]).toBeCloseTo(value, 5)
    })
  }
})
