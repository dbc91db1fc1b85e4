import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseForGrouping } from './normalise-for-grouping.ts'

describe('the form for grouping', () => {
  test.each([
    ['å composed and å decomposed', 'Ånge', 'A\u030Ange'],
    ['capitals and small letters', 'BÄTTRE Bussar', 'bättre bussar'],
    ['one space and many', ' bättre\t\n bussar\u00A0', 'bättre bussar'],
    ['a soft hyphen and none', 'kollektiv\u00ADtrafik', 'kollektivtrafik'],
    ['a zero-width space and none', 'buss\u200Bar', 'bussar'],
    ['a ligature ring and the Ångström sign', '\u212B', 'å'],
  ])('is the same for %s', (_, one, other) => expect(normaliseForGrouping(one)).toBe(normaliseForGrouping(other)))

  test.each([
    ['å and a', 'får', 'far'],
    ['ö and o', 'hörn', 'horn'],
    ['two words and one', 'bad hus', 'badhus'],
    ['joined emoji and the same unjoined', '👨‍👩‍👧', '👨👩👧'],
  ])('differs for %s', (_, one, other) => expect(normaliseForGrouping(one)).not.toBe(normaliseForGrouping(other)))

  test('is its own form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const form = normaliseForGrouping(text)
        expect(normaliseForGrouping(form)).toBe(form)
      }),
      { numRuns: 1000 },
    )
  })

  test('does not depend on how the text was composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normaliseForGrouping(text.normalize('NFD'))).toBe(normaliseForGrouping(text.normalize('NFC')))
      }),
      { numRuns: 1000 },
    )
  })
})
