import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findUnacceptableCharacters } from './find-unacceptable-characters.ts'

describe('a character that must not be stored', () => {
  test.each([
    ['NUL', 'a\u0000b', [{ kind: 'nul', offset: 1, code: 0 }]],
    ['the first half of an emoji', 'a\uD83D', [{ kind: 'lone-surrogate', offset: 1, code: 0xd83d }]],
    ['the second half of an emoji', '\uDE00a', [{ kind: 'lone-surrogate', offset: 0, code: 0xde00 }]],
    [
      'two halves in the wrong order',
      '\uDE00\uD83D',
      [
        { kind: 'lone-surrogate', offset: 0, code: 0xde00 },
        { kind: 'lone-surrogate', offset: 1, code: 0xd83d },
      ],
    ],
    ['a bell after an emoji', '🛝\u0007', [{ kind: 'control', offset: 2, code: 7 }]],
    ['an escape', '\u001B[31m', [{ kind: 'control', offset: 0, code: 27 }]],
  ])('is found: %s', (_, text, found) => expect(findUnacceptableCharacters(text)).toEqual(found))

  test.each(['', 'Bättre bussar', 'tab\there', 'two\r\nlines', '👨‍👩‍👧', '\u202Eright to left', '\u200D', 'a\u030A', '\u0085', '\u007F'])('is not %j', (text) =>
    expect(findUnacceptableCharacters(text)).toEqual([]),
  )

  test('is found wherever a string is not well formed, and nowhere else but among controls', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
        (text) => {
          expect(findUnacceptableCharacters(text).some(({ kind }) => kind === 'lone-surrogate')).toBe(!text.isWellFormed())
          for (const { offset, code } of findUnacceptableCharacters(text)) expect(text.charCodeAt(offset)).toBe(code)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
