import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cohenKappa } from './cohen-kappa.ts'
import { krippendorffAlpha, krippendorffAlphaOfSets, masiDistance, type Scale } from './krippendorff-alpha.ts'

// The example of Krippendorff 2011 (and of Hayes & Krippendorff 2007): four observers, twelve units, some values missing.
const x = undefined
const observers = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, x, x, x],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, x, 3],
  [x, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, x],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, x],
]
const units = Array.from({ length: 12 }, (_, unit) => observers.map((values) => values[unit]))

describe('Krippendorff’s alpha', () => {
  test.each<[Scale, number]>([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ])('of his own example on a scale that is %s', (scale, published) => {
    const { alpha, pairable } = krippendorffAlpha(units, scale, { draws: 0 })
    expect(alpha).toBeCloseTo(published, 3)
    expect(pairable).toBe(40)
  })
  test('an interval holds the estimate, is the same for the same seed, and is wide for twelve units', () => {
    const one = krippendorffAlpha(units, 'nominal', { seed: 3, draws: 400 })
    expect(one).toEqual(krippendorffAlpha(units, 'nominal', { seed: 3, draws: 400 }))
    expect(one.low).toBeLessThan(one.alpha ?? 0)
    expect(one.high).toBeGreaterThan(one.alpha ?? 1)
    expect((one.high ?? 0) - (one.low ?? 0)).toBeGreaterThan(0.2)
  })
  test('nothing to compare has no alpha: one coder, or one value only', () => {
    expect(krippendorffAlpha([[1], [2]]).alpha).toBeUndefined()
    expect(
      krippendorffAlpha([
        [1, 1],
        [1, 1],
      ]).alpha,
    ).toBeUndefined()
  })
  test('neither the order of coders nor of units changes it, and full agreement is 1', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 12 }), (drawn) => {
        const alpha = krippendorffAlpha(drawn, 'interval', { draws: 0 }).alpha
        const turned = krippendorffAlpha(
          drawn.toReversed().map((unit) => unit.toReversed()),
          'interval',
          { draws: 0 },
        ).alpha
        if (alpha === undefined) expect(turned).toBeUndefined()
        else expect(turned).toBeCloseTo(alpha, 10)
        expect(alpha ?? 0).toBeLessThanOrEqual(1 + 1e-12)
        const agreed = krippendorffAlpha(
          drawn.map((unit) => unit.map(() => unit[0] ?? 1)),
          'nominal',
          { draws: 0 },
        ).alpha
        if (agreed !== undefined) expect(agreed).toBe(1)
      }),
    )
  })
  test('sets: the distances of Passonneau 2006, and full agreement is 1', () => {
    const set = (...codes: string[]) => new Set(codes)
    expect(masiDistance(set('a', 'b'), set('a', 'b'))).toBe(0)
    expect(masiDistance(set('a'), set('a', 'b'))).toBeCloseTo(1 - (1 / 2) * (2 / 3), 12)
    expect(masiDistance(set('a', 'c'), set('a', 'b'))).toBeCloseTo(1 - (1 / 3) * (1 / 3), 12)
    expect(masiDistance(set('a'), set('b'))).toBe(1)
    expect(
      krippendorffAlphaOfSets(
        [
          [
            ['a', 'b'],
            ['b', 'a'],
          ],
          [['c'], ['c']],
        ],
        { draws: 0 },
      ).alpha,
    ).toBe(1)
  })
  test('a word is no number', () => {
    expect(() => krippendorffAlpha([['a', 'b']], 'ordinal')).toThrow(RangeError)
  })
})

test('Cohen’s kappa of the example that the articles on it print: 20 and 15 of 50 agreed, 5 and 10 not', () => {
  const one = [...new Array(20).fill('ja'), ...new Array(5).fill('ja'), ...new Array(10).fill('nej'), ...new Array(15).fill('nej')]
  const other = [...new Array(20).fill('ja'), ...new Array(5).fill('nej'), ...new Array(10).fill('ja'), ...new Array(15).fill('nej')]
  expect(cohenKappa(one, other)).toBeCloseTo(0.4, 12)
  expect(cohenKappa(['a', 'a'], ['a', 'a'])).toBeUndefined()
  expect(() => cohenKappa(['a'], [])).toThrow(RangeError)
})
