import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDelimited } from './delimited-text.ts'

const cells = (text: string) => readDelimited(text).map((row) => row.cells)

test('commas, semicolons and tabs are told apart by the heading', () => {
  for (const sign of [',', ';', '\t'])
    expect(cells(`a${sign}b\n1${sign}2`)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  expect(cells('"Bra, eller hur?";"b"\n1,5;2')).toEqual([
    ['Bra, eller hur?', 'b'],
    ['1,5', '2'],
  ])
})

test('quotes hold delimiters, line ends and doubled quotes', () => {
  expect(cells('a,b\n"x, y","han sa ""hej""\npå nästa rad"')).toEqual([
    ['a', 'b'],
    ['x, y', 'han sa "hej"\npå nästa rad'],
  ])
})

test('any line end ends a line, and rows without content are left out', () => {
  expect(cells('a;b\r\n1;2\r\n\r\n;\r\n3;4')).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
  ])
  expect(cells('a;b\r1;2\n3;4\n')).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
  ])
  expect(cells('')).toEqual([])
})

test('a row is told by the line it begins on, also after cells of several lines', () => {
  expect(readDelimited('a\n"ett\ntvå\r\ntre"\n\nfyra').map(({ line }) => line)).toEqual([1, 2, 6])
})

test('a quote that never ends is told, not guessed', () => {
  const rows = readDelimited('a,b\n1,2\n"öppet,3\n4,5')
  expect(rows.map(({ line, unclosed }) => [line, unclosed])).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ])
})

test('what looks like a formula is its text', () => {
  expect(cells("a\n=1+1\n'=cmd|' /C calc'!A0\n+46 70 123 45 67\n-5 grader\n@namn")).toEqual([
    ['a'],
    ['=1+1'],
    ["'=cmd|' /C calc'!A0"],
    ['+46 70 123 45 67'],
    ['-5 grader'],
    ['@namn'],
  ])
})

test('whatever is written the way spreadsheets write it is read back the same', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'å', ' ', '"', ',', ';', '\t', '\n', '\r\n', '=', '🛝'), minLength: 1, maxLength: 8 }).map((text) => `x${text}`)
  fc.assert(
    fc.property(fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (sign, end, rows) => {
      const written = [['h1', 'h2'], ...rows].map((row) => row.map((text) => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(sign)).join(end)
      expect(cells(written)).toEqual([['h1', 'h2'], ...rows])
    }),
  )
})
