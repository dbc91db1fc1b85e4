import { expect, test } from 'vitest'
import { lix } from '#text'
import { words } from '../words.ts'

const said = (language: 'sv' | 'en') =>
  Object.values(words(language)).map((word) => (typeof word === 'function' ? (word as (given: string) => string)('29 november') : String(word)))

test('our own words to residents are easy to read: LIX at most 40', () => {
  const text = said('sv')
    .map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`))
    .join('\n')
  const { value, words: count } = lix(text) ?? { value: 100, words: 0 }
  expect(count).toBeGreaterThan(250)
  expect(value).toBeLessThanOrEqual(40)
})

test('no exclamation marks, and no sentence is longer than 20 words', () => {
  for (const language of ['sv', 'en'] as const)
    for (const sentence of said(language).flatMap((text) => text.split(/(?<=[.?])\s/))) {
      expect(sentence).not.toContain('!')
      expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20)
    }
})
