import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, daysBetween, isDay } from './day.ts'

test('a leap day is a day in a leap year only', () => {
  expect(isDay('2020-02-29')).toBe(true)
  expect(isDay('2021-02-29')).toBe(false)
  expect(isDay('1900-02-29')).toBe(false)
  expect(isDay('2000-02-29')).toBe(true)
})

test('what is no day is refused', () => {
  for (const text of ['2021-6-14', '14 juni', '', '2021-13-01', '2021-00-10', null, 20210614]) expect(isDay(text)).toBe(false)
  expect(() => day('imorgon')).toThrow('Not a day')
})

test('two days after 28 February in a leap year it is March', () => {
  expect(addDays(day('2020-02-28'), 2)).toBe('2020-03-01')
  expect(daysBetween(day('2020-02-28'), day('2020-03-01'))).toBe(2)
})

test('days added are days between, whatever the day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      const to = addDays(day('2000-01-01'), days)
      expect(daysBetween(day('2000-01-01'), to)).toBe(days)
      expect(to).toBe(new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10))
    }),
  )
})
