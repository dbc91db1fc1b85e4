import { describe, expect, test } from 'vitest'
import { bandShare, shareBands } from './band-share.ts'

describe('the band of a share', () => {
  test.each([
    [0, 'none-or-few'],
    [2, 'none-or-few'],
    [3, 'minority'],
    [8, 'minority'],
    [9, 'about-half'],
    [12, 'about-half'],
    [13, 'most'],
    [18, 'most'],
    [19, 'nearly-all'],
    [21, 'nearly-all'],
  ])('%d of 21 elected are %s', (count, band) => expect(bandShare(count, 21)).toBe(band))

  test('never tells what every single person said: each band holds at least two counts', () => {
    for (let of = 10; of <= 300; of++) {
      const counts = Map.groupBy(
        Array.from({ length: of + 1 }, (_, count) => count),
        (count) => bandShare(count, of),
      )
      for (const band of shareBands) expect(counts.get(band)?.length ?? 0, `${band} of ${of}`).toBeGreaterThanOrEqual(2)
    }
  })

  test('looks the same from both sides', () => {
    for (let of = 10; of <= 60; of++) {
      for (let count = 0; count <= of; count++) {
        const band = bandShare(count, of)
        const mirrored = shareBands[4 - (band ? shareBands.indexOf(band) : Number.NaN)]
        expect(bandShare(of - count, of)).toBe(mirrored)
      }
    }
  })

  test('is not given for fewer than ten', () => expect(bandShare(9, 9)).toBeUndefined())

  test.each([
    [-1, 21],
    [22, 21],
    [1.5, 21],
    [Number.NaN, 21],
  ])('refuses %d of %d', (count, of) => expect(() => bandShare(count, of)).toThrow(RangeError))
})
