import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReceiptCode, receiptCode } from './receipt-code.ts'

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
const plain = (code: string) => code.replaceAll('-', '')

test('a code is sixteen signs of 80 bits and a check sign, in groups of four', () => {
  expect(receiptCode(new Uint8Array(10))).toBe('0000-0000-0000-0000-0')
  expect(receiptCode(new Uint8Array(10).fill(255))).toMatch(/^ZZZZ-ZZZZ-ZZZZ-ZZZZ-[0-9A-Z]$/)
  expect(() => receiptCode(new Uint8Array(9))).toThrow('ten bytes')
})

test('different bytes are different codes, and a code reads back as itself', () => {
  fc.assert(
    fc.property(tenBytes, tenBytes, (one, other) => {
      expect(readReceiptCode(receiptCode(one))).toBe(receiptCode(one))
      if (Buffer.compare(one, other) !== 0) expect(receiptCode(one)).not.toBe(receiptCode(other))
    }),
  )
})

test('a code is read however it was written down: spaces, hyphens of any kind, small letters, O for 0, I and L for 1', () => {
  fc.assert(
    fc.property(tenBytes, (bytes) => {
      const code = receiptCode(bytes)
      const byHand = plain(code).toLowerCase().replaceAll('0', 'o').replace('1', 'i').replaceAll('1', 'l').split('').join(' ')
      expect(readReceiptCode(byHand)).toBe(code)
      expect(readReceiptCode(code.replaceAll('-', '–'))).toBe(code)
      expect(readReceiptCode(`\u200b${code}\u00a0.`)).toBe(code)
    }),
  )
})

test('one sign changed is always seen', () => {
  fc.assert(
    fc.property(tenBytes, fc.nat(16), fc.constantFrom(...signs), (bytes, place, sign) => {
      const code = plain(receiptCode(bytes))
      if (code[place] === sign) return
      expect(readReceiptCode(code.slice(0, place) + sign + code.slice(place + 1))).toBeUndefined()
    }),
    { numRuns: 2000 },
  )
})

test('two signs that have changed places are always seen, neighbours or not', () => {
  fc.assert(
    fc.property(tenBytes, fc.nat(16), fc.nat(16), (bytes, one, other) => {
      const code = [...plain(receiptCode(bytes))]
      if (code[one] === code[other]) return
      ;[code[one], code[other]] = [code[other] ?? '', code[one] ?? '']
      expect(readReceiptCode(code.join(''))).toBeUndefined()
    }),
    { numRuns: 2000 },
  )
})

test('what can’t be a code is no code: too short, too long, U, letters of ours, nothing, script', () => {
  for (const written of [
    '',
    ' ',
    '0',
    '0000-0000-0000-0000',
    '0000-0000-0000-0000-00',
    'UUUU-UUUU-UUUU-UUUU-U',
    'ÅÄÖÅ-ÄÖÅÄ-ÖÅÄÖ-ÅÄÖÅ-Ä',
    "'; drop table",
    '<script>',
    '\u0000'.repeat(17),
  ])
    expect(readReceiptCode(written)).toBeUndefined()
})
