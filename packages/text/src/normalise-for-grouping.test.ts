import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearDuplicates } from './near-duplicates.ts'
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

describe('texts that say the same', () => {
  test('are grouped by their places', () => {
    expect(nearDuplicates(['Ett bad', 'Bussar', 'ett  BAD', 'bussar ', 'Färg', 'Ett bad'])).toEqual([
      { key: 'ett bad', members: [0, 2, 5] },
      { key: 'bussar', members: [1, 3] },
    ])
  })

  test('are not those that say nothing', () => expect(nearDuplicates(['', ' ', '\u200B'])).toEqual([]))

  test('are none among none', () => expect(nearDuplicates([])).toEqual([]))

  test('stand in one group each, and only with their like', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('bad', 'Bad', 'bad ', 'buss', 'a\u030A', 'å', '')), (texts) => {
        const members = nearDuplicates(texts).flatMap((group) => group.members)
        expect(new Set(members).size).toBe(members.length)
        for (const { key, members: same } of nearDuplicates(texts)) for (const place of same) expect(normaliseForGrouping(texts[place] ?? '')).toBe(key)
      }),
    )
  })
})
