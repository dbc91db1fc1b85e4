import { expect, test } from 'vitest'
import { coverage } from './coverage.ts'
import { splitPhrases } from './split-phrases.ts'

test('a phrase is a line, and white space is not words', () => {
  expect(splitPhrases('  Vi är en plats \t för alla,\n\n med närhet ')).toEqual(['Vi är en plats för alla,', 'med närhet'])
  expect(splitPhrases(' \n ')).toEqual([])
})

test('a phrase without themes and quotes counts as resting on nothing', () => {
  expect(
    coverage([
      { themes: [1], quotes: [] },
      { themes: [], quotes: [1] },
      { themes: [], quotes: [] },
    ]),
  ).toEqual({ rooted: 2, of: 3 })
})
