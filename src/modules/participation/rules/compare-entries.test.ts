import { expect, test } from 'vitest'
import { sameEntry } from './compare-entries.ts'

test('space, tabs and line ends are nobody’s answer, nor how a letter is composed', () => {
  expect(sameEntry({ texts: ['Fler  bussar\ttill\nskolan '] }, { texts: ['Fler bussar till skolan'] })).toBe(true)
  expect(sameEntry({ texts: ['Bro\u0308d'] }, { texts: ['Bröd'] })).toBe(true)
  expect(sameEntry({ texts: ['  '] }, { texts: [] })).toBe(true)
})
test('letters, lines, choices and the order of a ranking are', () => {
  expect(sameEntry({ texts: ['Fler bussar'] }, { texts: ['fler bussar'] })).toBe(false)
  expect(sameEntry({ texts: ['Ett', 'Två'] }, { texts: ['Ett Två'] })).toBe(false)
  expect(sameEntry({ value: ['a', 'b'], texts: [] }, { value: ['b', 'a'], texts: [] })).toBe(false)
  expect(sameEntry({ value: 0, texts: [] }, { texts: [] })).toBe(false)
  expect(sameEntry({ value: '4', texts: [] }, { value: 4, texts: [] })).toBe(false)
})
test('a grid is the same in whatever order its rows come', () => {
  expect(sameEntry({ value: { a: '1', b: '2' }, texts: [] }, { value: { b: '2', a: '1' }, texts: [] })).toBe(true)
  expect(sameEntry({ value: { a: '1' }, texts: [] }, { value: { a: '1', b: '2' }, texts: [] })).toBe(false)
})
