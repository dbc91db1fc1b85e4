import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownMs } from '../../../test/processor-time.ts'
import { lix } from './lix.ts'

const brief = resolve(import.meta.dirname, '../../../../shared/domain.md')
const present = existsSync(brief)
if (!present) console.log('not run: ../shared absent')

describe('LIX', () => {
  test('counts words, sentences and long words', () => {
    expect(lix('Kommunen bygger en simhall. Den öppnar snart!')).toEqual({ value: 7 / 2 + (100 * 2) / 7, words: 7, sentences: 2, longWords: 2 })
  })

  test('takes a word of seven letters for long and one of six for short', () => expect(lix('bygger bygger7 byggare')).toMatchObject({ words: 3, longWords: 1 }))

  test.each([
    ['a colon', 'Så här gör du: fyll i svaret', 2],
    ['a time of day with a colon', 'Vi ses 12:30 i dag', 1],
    ['a figure with a point', 'Det kostar 3.5 miljoner', 1],
    ['an abbreviation before a small letter', 'Vi vill ha t.ex. bussar', 1],
    ['several marks together', 'Va?! Nej…', 2],
    ['a mark inside quotes', '”Nej.” Så sa hon.', 2],
    ['a heading without a full stop', 'Mål för året\nAlla ska kunna cykla.', 2],
    ['a line that goes on', 'Alla ska kunna\ncykla.', 1],
    ['blank lines', 'Ett.\n\n\n\nTvå.', 2],
    ['nothing at the end', 'Ett. Två', 2],
  ])('knows sentences: %s', (_, text, sentences) => expect(lix(text)?.sentences).toBe(sentences))

  test.each([
    ['by-känslan', 1, 1],
    ['EU:s mål', 2, 0],
    ['skolans kök – och maten', 4, 1],
    ['trafik- och gatukontoret', 3, 1],
  ])('knows words: %s', (text, words, longWords) => expect(lix(text)).toMatchObject({ words, longWords }))

  test('counts å as one letter however it is written', () => expect(lix('a\u030Aa\u030Aa\u030Aa\u030A')).toEqual(lix('åååå')))

  test.each(['', '   ', '…', '🛝', '- \n -'])('is not known for %j, where there is no word', (text) => expect(lix(text)).toBeUndefined())

  test('never counts more sentences or long words than words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const counted = lix(text)
        if (!counted) return
        expect(counted.longWords).toBeLessThanOrEqual(counted.words)
        expect(counted.sentences).toBeLessThanOrEqual(counted.words)
        expect(counted.value).toBeGreaterThan(0)
      }),
    )
  })

  test.each(['.', '.x', '\n', '\n\n ', ': ', '..."x', ' '])('is quick on 100,000 of %j', (text) => {
    const started = ownMs()
    lix(text.repeat(100_000))
    expect(ownMs() - started).toBeLessThan(1000)
  })
})

/** The figures that were published for four texts; the texts are read where they are kept. */
describe.skipIf(!present)('LIX of published visions', () => {
  const text = present ? readFileSync(brief, 'utf8') : ''
  const proposals = [...text.matchAll(/^[123]\. "(.+)"$/gm)].map((match) => match[1] ?? '')
  const nature = /\*\*Hållbar natur\*\* – "(.+)"/.exec(text)?.[1]

  test.each([
    ['the first proposal', proposals[0], 55.8, 19, 1, 7],
    ['the second proposal', proposals[1], 24.6, 22, 2, 3],
    ['the third proposal', proposals[2], 34.8, 32, 2, 6],
    ['the focus area on nature', nature, 49.6, 42, 2, 12],
  ])('%s is as published', (_, published, value, words, sentences, longWords) => {
    const counted = lix(published ?? '')
    expect(counted).toMatchObject({ words, sentences, longWords })
    // One of the published figures is rounded upwards from 34.75.
    expect(Math.abs((counted?.value ?? 0) - value)).toBeLessThan(0.0501)
  })
})
