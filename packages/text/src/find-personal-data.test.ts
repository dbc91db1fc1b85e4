import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownMs } from '../../../test/processor-time.ts'
import { findPersonalData } from './find-personal-data.ts'

const found = (text: string) => findPersonalData(text).map(({ kind, certainty, text: itself }) => [kind, certainty, itself])

/** The tenth digit of a personal number, after the other nine. */
function checkDigit(nine: string): number {
  const sum = [...nine].reduce((total, digit, place) => total + [...`${Number(digit) * (place % 2 === 0 ? 2 : 1)}`].reduce((all, each) => all + Number(each), 0), 0)
  return (10 - (sum % 10)) % 10
}

const twoDigits = (number: number) => `${number}`.padStart(2, '0')
const nineDigits = (dayFrom: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: dayFrom, max: dayFrom + 27 }), fc.integer({ min: 0, max: 999 }))
    .map(([year, month, day, serial]) => `${twoDigits(year)}${twoDigits(month)}${twoDigits(day)}${`${serial}`.padStart(3, '0')}`)
const separators = fc.constantFrom('-', '+', ' ', '')
const centuries = fc.constantFrom('', '19', '20')

describe('a personal number', () => {
  // The numbers that the Tax Agency's own examples are written with.
  test.each(['811218-9876', '19811218-9876', '198112189876', '8112189876', '811218+9876', '811218 9876', '811218–9876', '811218 - 9876'])('is known in the form %s', (number) => {
    expect(found(`Jag heter det jag heter, ${number}, och bor här.`)).toEqual([['personal-number', 'certain', number]])
  })

  test('is a coordination number when the day is sixty more', () => expect(found('701063-2391')).toEqual([['coordination-number', 'certain', '701063-2391']]))

  test('is found whichever it is', () => {
    fc.assert(
      fc.property(nineDigits(1), separators, centuries, (nine, separator, century) => {
        const number = `${century}${nine.slice(0, 6)}${separator}${nine.slice(6)}${checkDigit(nine)}`
        expect(findPersonalData(`mitt ${number}.`)).toMatchObject([{ certainty: 'certain', text: number, start: 5 }])
      }),
      { numRuns: 2000 },
    )
  })

  test('is found as a coordination number whichever it is', () => {
    fc.assert(
      fc.property(nineDigits(61), separators, centuries, (nine, separator, century) => {
        const number = `${century}${nine.slice(0, 6)}${separator}${nine.slice(6)}${checkDigit(nine)}`
        expect(findPersonalData(number)).toMatchObject([{ kind: 'coordination-number', certainty: 'certain', text: number }])
      }),
    )
  })

  test('is possible, and no more, when the check digit is wrong', () => {
    fc.assert(
      fc.property(nineDigits(1), fc.integer({ min: 1, max: 9 }), (nine, off) => {
        const number = `19${nine.slice(0, 6)}-${nine.slice(6)}${(checkDigit(nine) + off) % 10}`
        expect(findPersonalData(number)).toMatchObject([{ kind: 'personal-number', certainty: 'possible' }])
      }),
    )
  })

  test.each(['556036-0793', '811318-9876', '811232-9876', '811200-9876', '811260-9876', '18112189876543', '1.8112189876', '2021-06-14', '20210614', '811218', 'KS 2019/287'])(
    'is not %s',
    (text) => expect(findPersonalData(text)).toEqual([]),
  )
})

describe('a telephone number', () => {
  test.each([
    '070-174 06 05',
    '0701740605',
    '070 174 06 05',
    '+46701740605',
    '+46 70 174 06 05',
    '+46 (0)70-174 06 05',
    '0046 70 174 06 05',
    '0690-25 01 00',
    '(0690) 25 01 00',
    '0690-250100',
    '08-12 34 56',
    '08-123 456 78',
    '0690 – 25 01 00',
    '070\u00A0174\u00A006\u00A005',
    '+46 070 174 06 05',
  ])('is known in the form %s', (number) => expect(found(`Ring ${number}!`)).toEqual([['phone', 'certain', number]]))

  test.each([
    'Dnr 0190/605 123',
    '0,070174060',
    '12:0690250100',
    'kl 08.00–17.00',
    '08:15-09:45',
    '2021-06-14',
    '0-6 år',
    '10 000 000 kr',
    '6 043 750 000 kronor',
    '070-12',
    '070174060512345',
    '00701740605',
    'art. 55.0701740605',
  ])('is not %s', (text) => expect(findPersonalData(text)).toEqual([]))

  test('is one of two with a slash between when they are mobile numbers, but less surely so', () => {
    expect(found('070-174 06 05/073-174 06 05')).toEqual([
      ['phone', 'possible', '070-174 06 05'],
      ['phone', 'possible', '073-174 06 05'],
    ])
  })

  test('is not taken for the personal number that it could be', () => {
    expect(found('0701230605')).toEqual([['phone', 'certain', '0701230605']])
    expect(found('070123-0605')).toEqual([['personal-number', 'possible', '070123-0605']])
  })
})

describe('an e-mail address', () => {
  test.each(['anna.ek@exempel.se', 'a+b@post.exempel.co.uk', 'ÅSA_EK@exempel.se', 'x@räksmörgås.se'])('is known: %s', (address) =>
    expect(found(`Skriv till <${address}>.`)).toEqual([['email', 'certain', address]]),
  )

  test('leaves the full stop to the sentence', () => expect(found('Min är anna@exempel.se.')).toEqual([['email', 'certain', 'anna@exempel.se']]))

  test.each(['@ange', 'vi ses @ badet', 'a@b', 'anna@', 'anna@exempel.'])('is not %s', (text) => expect(findPersonalData(text)).toEqual([]))

  test('hides the number inside it', () => expect(found('0701740605@exempel.se')).toEqual([['email', 'certain', '0701740605@exempel.se']]))
})

describe('a street address', () => {
  test.each([
    'Skolgatan 3',
    'Björkvägen 12B',
    'Björkvägen 12 B',
    'Norra Järnvägsgatan 4',
    'Stora vägen 3',
    'Lilla gränden 1',
    'Karin Boyes gata 7',
    'Per-Olofs väg 2',
    'Kyrkstigen 5-7',
    'BJÖRKVÄGEN 7',
    'Bjo\u0308rkva\u0308gen 12',
    'Skolgatan 3, 841 31 Ånge',
    'Skolgatan 3, lgh 1101',
    'Skolgatan 3 lgh 1101, 84131 Ånge',
  ])('is known: %s', (address) => expect(found(`Hon bor på ${address}.`)).toEqual([['address', 'certain', address]]))

  test('is possible in small letters', () => expect(found('bulla på skolgatan 3')).toEqual([['address', 'possible', 'skolgatan 3']]))

  test('ends with its number', () => expect(found('Skolgatan 3 i Ånge')).toEqual([['address', 'certain', 'Skolgatan 3']]))

  test.each([
    'Riksväg 83',
    'riksvägen 83',
    'Europaväg 14',
    'Länsväg 315',
    'cykelvägen 5 km',
    'Cykelväg 2',
    'en omväg 3',
    'på vägen 2 gånger',
    'Skolvägen 2 gånger',
    'väg 83',
    'Skolgatan',
    'Skolgatan 3,5 m',
    'Skolgatan 100 %',
    'Storgatan 2021',
  ])('is not %s', (text) => expect(findPersonalData(text)).toEqual([]))
})

describe('personal data', () => {
  test('is found in the order of the text, whatever its kind', () => {
    expect(found('Skolgatan 3, anna@exempel.se, 0690-25 01 00, 811218-9876').map(([kind]) => kind)).toEqual(['address', 'email', 'phone', 'personal-number'])
  })

  test('is not in what people mostly write', () =>
    expect(findPersonalData('Bättre bussar till Torpshammar, minst 6 turer om dagen kl 06.30-22.00, och 2 500 kr till föreningarna 2021-2025.')).toEqual([]))

  test('stands where it is said to stand, and never over other personal data', () => {
    const parts = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('070-174 06 05', '811218-9876', 'anna@exempel.se', 'Skolgatan 3', ' ', '\u0308', '🛝', '0', '-', '46')),
      { maxLength: 10 },
    )
    fc.assert(
      fc.property(parts, (written) => {
        const text = written.join('')
        let read = 0
        for (const { start, end, text: itself } of findPersonalData(text)) {
          expect(text.slice(start, end)).toBe(itself)
          expect(start).toBeGreaterThanOrEqual(read)
          read = end
        }
      }),
      { numRuns: 1000 },
    )
  })

  test.each(['a', '0', '0 ', '+46 ', '-', 'A ', 'aa@', 'a.', 'Norra ', 'As väg ', 'aväg ', '19', '(', '\n', '0 0-'])('is looked for quickly in 100,000 of %j', (text) => {
    const started = ownMs()
    findPersonalData(text.repeat(100_000))
    expect(ownMs() - started).toBeLessThan(2000)
  })
})
