import { expect, test } from 'vitest'
import { formatChange, formatCount, formatDay, formatDays, formatInstant, formatNumber, formatShare, formatWeeks } from './format.tsx'

test('a day is written as it is said, in both languages', () => {
  expect(formatDay('2021-06-14', 'sv')).toBe('14 juni 2021')
  expect(formatDay('2021-06-14', 'en')).toBe('14 June 2021')
})

test('two days share what they have in common', () => {
  expect(formatDays('2020-10-05', '2020-11-29', 'sv')).toBe('5 oktober–29 november 2020')
  expect(formatDays('2021-08-02', '2021-08-29', 'sv')).toBe('2–29 augusti 2021')
  expect(formatDays('2021-06-14', '2021-06-14', 'sv')).toBe('14 juni 2021')
  expect(formatDays('2020-10-05', '2020-11-29', 'en')).toBe('5 October–29 November 2020')
})

test('an instant is told in Swedish time, summer and winter', () => {
  expect(formatInstant('2021-06-14T10:00:00Z')).toBe('14 juni 2021 12:00')
  expect(formatInstant('2021-01-14T10:00:00Z')).toBe('14 januari 2021 11:00')
  expect(formatInstant('2021-01-14T10:00:00Z', 'en')).toBe('14 January 2021 11:00')
})

test('weeks are counted by their Thursday', () => {
  expect(formatWeeks('2020-10-05', '2020-11-29', 'sv')).toBe('vecka 41–48, 2020')
  expect(formatWeeks('2020-10-05', '2020-11-29', 'en')).toBe('weeks 41–48, 2020')
  expect(formatWeeks('2021-01-01', '2021-01-03', 'sv')).toBe('vecka 53, 2020')
  expect(formatWeeks('2020-12-21', '2021-01-10', 'sv')).toBe('vecka 52, 2020–vecka 1, 2021')
})

test('thousands stand apart by a thin space that does not break, decimals after a comma', () => {
  expect(formatNumber(9060)).toBe('9\u202f060')
  expect(formatNumber(9060.5, 1)).toBe('9\u202f060,5')
  expect(formatNumber(9060.5, 1, 'en')).toBe('9,060.5')
  expect(formatNumber(-3)).toBe('−3')
})

test('a change always has its sign, and no change has none', () => {
  expect(formatChange(0.4, 1)).toBe('+0,4')
  expect(formatChange(-0.4, 1)).toBe('−0,4')
  expect(formatChange(-0.4, 1, 'en')).toBe('−0.4')
  expect(formatChange(0)).toBe('0')
})

test('a share is whole percent, never torn from its sign', () => {
  expect(formatShare(0.626)).toBe('63\u00a0%')
  expect(formatShare(0.626, 'en')).toBe('63%')
  expect(formatShare(12.5)).toBe('1\u202f250\u00a0%')
})

test('one voice, two voices', () => {
  expect(formatCount(1, 'röst', 'röster')).toBe('1 röst')
  expect(formatCount(2, 'röst', 'röster')).toBe('2 röster')
  expect(formatCount(0, 'röst', 'röster')).toBe('0 röster')
})
