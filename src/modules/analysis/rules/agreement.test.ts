import { expect, test } from 'vitest'
import { agreementOf, type Reading } from './agreement.ts'
import { drawSample } from './draw-sample.ts'

const read = (statementId: string, coderId: string, ...themes: string[]): Reading => ({
  statementId,
  coderId,
  isNoise: false,
  codes: themes.map((themeId) => ({ themeId, stance: null })),
})

test('a theme’s alpha is that of two coders who say yes or no, as Krippendorff reckons it', () => {
  // His own example of two observers and ten units, yes and no: alpha 0.095 (Computing Krippendorff's Alpha-Reliability, 2011, B).
  const one = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
  const other = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
  const readings = one.flatMap((value, at) => [read(`${at}`, 'a', ...(value ? ['x'] : ['y'])), read(`${at}`, 'b', ...(other[at] ? ['x'] : ['y']))])
  const found = agreementOf(readings, { draws: 0 })
  expect(found.themes.map(({ themeId, used, alpha }) => [themeId, used, alpha.alpha?.toFixed(3)])).toEqual([
    ['y', 14, '0.095'],
    ['x', 6, '0.095'],
  ])
  expect(found.differing).toEqual(['0', '2', '5', '8'])
})

test('what only one has read is not counted, and a stance of another kind is a difference', () => {
  const stance = (reading: Reading, of: string): Reading => ({ ...reading, codes: reading.codes.map((code) => ({ ...code, stance: of })) })
  const found = agreementOf([read('1', 'a', 'x'), stance(read('2', 'a', 'x'), 'keep'), stance(read('2', 'b', 'x'), 'leave')], { draws: 0 })
  expect([found.both, found.differing, found.alike]).toEqual([1, ['2'], []])
})

test('that something is noise is a reading too', () => {
  const noise = (statementId: string, coderId: string): Reading => ({ statementId, coderId, isNoise: true, codes: [] })
  const found = agreementOf([noise('1', 'a'), noise('1', 'b'), noise('2', 'a'), read('2', 'b', 'x')], { draws: 0 })
  expect([found.alike, found.differing]).toEqual([['1'], ['2']])
})

test('the same seed draws the same sample, and every statement has its chance', () => {
  const ids = Array.from({ length: 40 }, (_, at) => `s${at}`)
  expect(drawSample(ids, 10, 5)).toEqual(drawSample(ids.toReversed(), 10, 5))
  expect(new Set(drawSample(ids, 40, 5))).toEqual(new Set(ids))
  const drawn = new Set(Array.from({ length: 60 }, (_, seed) => drawSample(ids, 10, seed)).flat())
  expect(drawn.size).toBe(40)
})
