import { expect, test } from 'vitest'
import { compareTexts } from './compare-texts.ts'
import { madeFeatures } from './made-features.ts'
import { trainSeparators } from './train-separators.ts'

test('comparing texts with each other once gives the planes that going through each text gives', () => {
  const [size, codes] = [90, 6]
  const { features, random } = madeFeatures(size, 7)
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
