import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPersonalData } from './find-personal-data.ts'
import { maskPersonalData, placeholders } from './mask-personal-data.ts'

describe('masking', () => {
  test('puts a word for what it was in the place of each', () => {
    expect(maskPersonalData('Ring 070-174 06 05 eller skriv till anna@exempel.se, Skolgatan 3. 811218-9876, 701063-2391').text).toBe(
      'Ring [telefon] eller skriv till [e-post], [adress]. [personnummer], [samordningsnummer]',
    )
  })

  test('masks also what is only possible', () => expect(maskPersonalData('811218-9875').text).toBe('[personnummer]'))

  test('masks only what a person has confirmed, when told so', () => {
    const text = 'Ring 070-174 06 05, inte 070-174 06 06'
    expect(maskPersonalData(text, findPersonalData(text).slice(0, 1)).text).toBe('Ring [telefon], inte 070-174 06 06')
  })

  test('leaves a text without personal data untouched', () => expect(maskPersonalData('Bättre bussar 👨‍👩‍👧')).toEqual({ text: 'Bättre bussar 👨‍👩‍👧', masked: [] }))

  test('tells where it was and where its word is', () => {
    const parts = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('070-174 06 05', '811218-9876', 'anna@exempel.se', 'Skolgatan 3', ' ')))
    fc.assert(
      fc.property(parts, (written) => {
        const original = written.join(' ')
        const { text, masked } = maskPersonalData(original)
        let restored = ''
        let read = 0
        for (const { kind, start, end, maskedStart, maskedEnd } of masked) {
          expect(text.slice(maskedStart, maskedEnd)).toBe(placeholders[kind])
          restored += text.slice(read, maskedStart) + original.slice(start, end)
          read = maskedEnd
        }
        expect(restored + text.slice(read)).toBe(original)
      }),
    )
  })

  test('is refused for places out of order or out of the text', () => {
    const text = '070-174 06 05 070-174 06 06'
    expect(() => maskPersonalData(text, findPersonalData(text).toReversed())).toThrow(RangeError)
    expect(() => maskPersonalData('kort', findPersonalData(text))).toThrow(RangeError)
  })
})
