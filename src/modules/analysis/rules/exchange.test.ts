import { expect, test } from 'vitest'
import { describeCode, readCodeDescription } from './code-description.ts'
import { codeWords } from './exchange.ts'
import { charactersBefore, placeAfter, placeFrom, withPlainLines } from './text-places.ts'

test('the four texts of a theme come back out of one description, also when they look like its headings', () => {
  const words = { definition: '[När]\nRad två', whenToUse: '[[När inte]', whenNot: ' [Exempel]\n\n[Adress]', examples: '[', slug: 'buss' }
  expect(readCodeDescription(describeCode(words))).toEqual({ ...words, whenNot: words.whenNot.trim() })
  expect(readCodeDescription(describeCode({ ...words, examples: '' }))).toMatchObject({ examples: '', slug: 'buss' })
})

test('how two read a theme is said last in its description, and is no word of the theme when it comes back', () => {
  const words = { definition: 'Resor', whenToUse: 'Buss', whenNot: 'Bil', examples: '[Två kodare]\npåhittat', slug: 'resor' }
  const said = describeCode({ ...words, tested: 'läses olika av två kodare' })
  expect(said.endsWith('[Två kodare]\nläses olika av två kodare')).toBe(true)
  expect(codeWords('Resor', said)).toEqual({ words, isForeign: false, tested: 'läses olika av två kodare' })
  expect(codeWords('Resor', describeCode(words))).toEqual({ words, isForeign: false })
})

test('a description from elsewhere is the definition, and what it does not say is not made up', () => {
  expect(codeWords('Bus', 'Everything about buses.\n[note]')).toEqual({
    words: { definition: 'Everything about buses.\n[note]', whenToUse: 'Inte sagt', whenNot: 'Inte sagt', examples: '', slug: '' },
    isForeign: true,
  })
})

test('a place goes out as characters and comes back as the same place, whatever the line ends and the signs', () => {
  const text = 'Å🚌 ab\r\n👩‍👧 slut\r\n'
  const places = [...text.matchAll(/\r\n|[\s\S]/gu)].map(({ index }) => index)
  for (const place of [...places, text.length]) expect(placeAfter(text, charactersBefore(text, place))).toBe(place)
  expect(placeAfter(text, 100)).toBeUndefined()
})

test('a place in a file with two signs a line end is counted as the file is written', () => {
  const ours = 'ett\ntvå 🚌\ntre'
  const written = ours.replaceAll('\n', '\r\n')
  for (const [at, sign] of [...ours].entries()) {
    if (sign === '\n') continue
    const place = [...ours].slice(0, at).join('').length
    const lines = ours.slice(0, place).split('\n').length - 1
    expect(placeFrom(written, ours, at + lines)).toBe(place)
  }
  expect(withPlainLines(written)).toBe(ours)
  expect(placeFrom(written, ours, 99)).toBeUndefined()
})
