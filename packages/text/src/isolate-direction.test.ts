import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isolateDirection } from './isolate-direction.ts'

describe('a text among other text', () => {
  test.each(['', 'Bättre bussar', 'två\nrader', '👨‍👩‍👧', 'Ελληνικά', '日本語', '12 %'])('is left as it is when nothing in it steers direction: %j', (text) =>
    expect(isolateDirection(text)).toBe(text),
  )

  test.each([
    ['Arabic', 'حافلات'],
    ['Hebrew', 'אוטובוס'],
    ['Persian digits', '۱۲'],
    ['a single mark', 'a\u200Fb'],
    ['Adlam', '\u{1E900}'],
    ['an Arabic letter mark', 'a\u061C'],
    ['Arabic in a Swedish sentence', 'Vi vill ha حافلات i byn'],
  ])('is isolated when there is %s in it', (_, text) => expect(isolateDirection(text)).toBe(`\u2068${text}\u2069`))

  test('that overrides the direction of all that follows is held inside its isolate', () => expect(isolateDirection('bra\u202Eärb')).toBe('\u2068bra\u202Eärb\u2069'))

  test('that tries to end our isolate does not', () => expect(isolateDirection('a\u2069\u2069\u202Eb')).toBe('\u2068a\u202Eb\u2069'))

  test('that leaves isolates open has them ended', () => expect(isolateDirection('\u2067a\u2066b\u2069')).toBe('\u2068\u2067a\u2066b\u2069\u2069\u2069'))

  test('is isolated line by line, for an isolate ends with its line', () =>
    expect(isolateDirection('حافلات\nbussar\r\n\u202Eab')).toBe('\u2068حافلات\u2069\nbussar\r\n\u2068\u202Eab\u2069'))

  test('has as many beginnings as endings in every line, and none ends before it began', () => {
    const marks = fc.array(fc.constantFrom('a', '\u2066', '\u2067', '\u2068', '\u2069', '\u202E', '\u202C', '\n', 'ح')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(marks, (text) => {
        for (const line of isolateDirection(text).split('\n')) {
          let open = 0
          for (const mark of line.match(/[\u2066-\u2069]/g) ?? []) {
            open += mark === '\u2069' ? -1 : 1
            expect(open).toBeGreaterThanOrEqual(0)
          }
          expect(open).toBe(0)
        }
      }),
    )
  })
})
