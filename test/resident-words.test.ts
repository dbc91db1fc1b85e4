import { expect, test } from 'vitest'
import { publicWords } from '#analysis/words'
import { inTerms, ordinaryTerms } from '#kernel/terms'
import { lix } from '#text'
import { words as ui } from '#ui/words'
import { accessibilityWords as accessibility } from '../src/modules/open/web/accessibility-words.ts'
import { words as open } from '../src/modules/open/words.ts'
import { words as participation } from '../src/modules/participation/words.ts'
import { words as process } from '../src/modules/process/words.ts'

const rooms = { ui, open, accessibility, participation, process, analysis: publicWords }

test.each(Object.entries(rooms))('the words that residents read in %s have LIX at most 40', (_, words) => {
  const sentences = Object.values(words('sv') as Record<string, unknown>)
    .map((word) => (typeof word === 'function' ? String((word as (...given: string[]) => unknown)('fem', 'fem')) : word))
    .filter((word): word is string => typeof word === 'string' && word.split(' ').length > 3)
    .map((word) => inTerms(word, ordinaryTerms))
    .map((sentence) => (/[.?:]$/.test(sentence) ? sentence : `${sentence}.`))
  expect(sentences.length).toBeGreaterThan(3)
  const value = lix(sentences.join(' '))?.value ?? 100
  expect(value).toBeLessThanOrEqual(40)
  // No single sentence is far from it either; a short one with one long word is let be.
  for (const sentence of sentences) expect(lix(sentence)?.value ?? 0, sentence).toBeLessThanOrEqual(65)
})

test('nothing we say to residents ends with an exclamation mark', () => {
  for (const words of Object.values(rooms))
    for (const language of ['sv', 'en'] as const) expect(Object.values(words(language)).filter((word) => typeof word === 'string' && word.includes('!'))).toEqual([])
})
