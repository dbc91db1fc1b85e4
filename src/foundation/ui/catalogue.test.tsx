import { expect, test } from 'vitest'
import { catalogue } from './catalogue.tsx'
import { words } from './words.tsx'

test('the same word is found in both languages', () => {
  const said = catalogue({ sv: { send: 'Skicka', left: (count: number) => `${count} kvar` }, en: { send: 'Send', left: (count: number) => `${count} left` } })
  expect(said('sv').send).toBe('Skicka')
  expect(said('en').left(3)).toBe('3 left')
})

test('a missing English word is a type error', () => {
  // @ts-expect-error The English lacks `send`.
  catalogue({ sv: { send: 'Skicka' }, en: {} })
  // @ts-expect-error The English takes no number.
  catalogue({ sv: { left: (count: number) => `${count} kvar` }, en: { left: 'left' } })
})

test('none of our own words shouts, and none is empty', () => {
  for (const language of ['sv', 'en'] as const)
    for (const [key, word] of Object.entries(words(language))) {
      const said = typeof word === 'function' ? (word as (...given: string[]) => string)('1', '2') : word
      expect(said, key).not.toContain('!')
      expect(said.trim(), key).not.toBe('')
    }
})
