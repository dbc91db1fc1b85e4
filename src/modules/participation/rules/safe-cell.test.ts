import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDelimited } from './delimited-text.ts'
import { readSafeCell, safeCell } from './safe-cell.ts'
import { delimitedRow } from './written-sheet.ts'

const signs = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', "'", '"', ' ', '\t', '\r', '\n', ';', ',', 'a', 'ö', '\u00a0', '\u200b') })

describe('a cell of a sheet', () => {
  test.each(['=1+1', '+46', '-1', '@SUM(A1)', '＝1+1', ' =1', '\t=1', '\rx', '"=1', "'=1", '\u00a0=1', '\u200b=1', '\tx'])('is never reckoned: %j', (text) => {
    expect(safeCell(text)).toBe(`'${text}`)
  })
  test.each(['Mer skog', "'n bil", '3 = 3', 'a@b.se', ''])('is as it was written when nothing can be reckoned: %j', (text) => {
    expect(safeCell(text)).toBe(text)
  })
  test('gives back the text that it was made of', () => {
    fc.assert(fc.property(signs, (text) => readSafeCell(safeCell(text)) === text))
  })
  test('stands in delimited text so that it is read back whole, in both dialects', () => {
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 4 }), fc.constantFrom('people' as const, 'machine' as const), (texts, dialect) => {
        // A heading of its own says what stands between.
        const heading = delimitedRow(['a', 'b', 'c', 'd', 'e'], dialect)
        const [, row] = readDelimited(heading + delimitedRow([...texts, 'x'], dialect))
        expect(row?.cells.map(readSafeCell)).toEqual([...texts, 'x'])
      }),
    )
  })
  test('keeps numbers as numbers', () => {
    expect([delimitedRow([-2.5, null, 'x'], 'people'), delimitedRow([-2.5, null, 'x'], 'machine')]).toEqual(['-2,5;;x\r\n', '-2.5,,x\r\n'])
  })
})
