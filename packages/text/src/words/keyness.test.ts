import { expect, test } from 'vitest'
import { indexTexts } from './index-texts.ts'
import { keyness } from './keyness.ts'

const lexicon = { count: () => 0, stemCount: () => 0, continued: () => 0, commonNear: () => [] }
const repeated = (text: string, times: number): string[] => new Array(times).fill(text)

test('the log-likelihood is that of the textbook’s table of two by two', () => {
  // 30 of 100 texts here and 10 of 200 elsewhere: G² = 2 (30 ln(30 / 13.33) + 10 ln(10 / 26.67) + 70 ln(70 / 86.67) + 190 ln(190 / 173.33)).
  const texts = [...repeated('buss', 30), ...repeated('skog', 70), ...repeated('buss', 10), ...repeated('skog', 190)]
  const [here] = keyness(
    indexTexts(texts, lexicon),
    texts.map((_, at) => (at < 100 ? 0 : 1)),
    2,
  )
  const expected =
    2 * (30 * Math.log(30 / (100 * (40 / 300))) + 10 * Math.log(10 / (200 * (40 / 300))) + 70 * Math.log(70 / (100 * (260 / 300))) + 190 * Math.log(190 / (200 * (260 / 300))))
  expect(here?.[0]).toMatchObject({ word: 'buss', here: 30, elsewhere: 10 })
  expect(here?.[0]?.logLikelihood).toBeCloseTo(expected, 9)
  expect(here?.[0]?.logRatio).toBeCloseTo(Math.log2(30.5 / 101 / (10.5 / 201)), 9)
})

test('a word that everybody uses as much, or that one alone writes ten times, sets nobody apart', () => {
  const texts = [...repeated('buss', 20), ...repeated('buss', 20), repeated('kajak', 10).join(' ')]
  expect(
    keyness(
      indexTexts(texts, lexicon),
      texts.map((_, at) => (at < 20 ? 0 : 1)),
      2,
    ),
  ).toEqual([[], []])
})

test('texts of no group are not counted, and an empty group has no words', () => {
  const texts = [...repeated('buss', 20), ...repeated('skog', 20), ...repeated('buss', 50)]
  const [bus, forest, none] = keyness(
    indexTexts(texts, lexicon),
    texts.map((_, at) => (at < 20 ? 0 : at < 40 ? 1 : -1)),
    3,
  )
  expect([bus?.[0]?.here, bus?.[0]?.elsewhere, forest?.[0]?.word, none]).toEqual([20, 0, 'skog', []])
})
