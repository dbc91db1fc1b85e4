import { describe, expect, test } from 'vitest'
import { progress } from './progress.ts'

describe('progress', () => {
  test('is nothing at the start and all at the target', () => {
    expect(progress({ start: 60, target: 70, value: 60 })).toBe(0)
    expect(progress({ start: 60, target: 70, value: 70 })).toBe(1)
  })
  test('goes over 1 when the target is passed', () => expect(progress({ start: 60, target: 70, value: 75 })).toBe(1.5))
  test('goes under 0 when it went the wrong way', () => expect(progress({ start: 60, target: 70, value: 55 })).toBe(-0.5))
  test('is measured downwards when less is better', () => expect(progress({ start: 8, target: 5, value: 6.5 })).toBe(0.5))
  test('is not known when the start is the target', () => expect(progress({ start: 5, target: 5, value: 9 })).toBeUndefined())
  test.each([Number.NaN, Infinity])('refuses %d', (value) => expect(() => progress({ start: 0, target: 1, value })).toThrow(RangeError))
})
