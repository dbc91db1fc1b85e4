import { describe, expect, test } from 'vitest'
import { labelTheme } from './label-theme.ts'
import { type StanceCount, shrinkSupport } from './shrink-support.ts'

type Stances = Record<string, [number, number]>

const labelOf = (stances: Stances, census = ['elected']) => {
  const counts: StanceCount[] = Object.entries(stances).map(([group, [inFavour, against]]) => ({ group, theme: 'buses', for: inFavour, against, asked: inFavour + against }))
  return labelTheme(shrinkSupport(counts, { census }))
}

describe('a theme', () => {
  test('is consensus when the lower bound of every group is over half', () => expect(labelOf({ staff: [720, 280], elected: [14, 7], residents: [260, 140] })).toBe('consensus'))

  test('is split when the elected reject what nine of ten of everybody support', () => {
    const stances: Stances = { staff: [930, 70], elected: [4, 17], residents: [372, 28], workshop: [28, 2] }
    const [inFavour, all] = Object.values(stances).reduce(([y, n], [support, against]) => [y + support, n + support + against], [0, 0])
    expect(inFavour / all).toBeGreaterThan(0.9)
    expect(labelOf(stances)).toBe('split')
  })

  test('is split by a census that is against by one vote, for there is no chance in it', () => {
    expect(labelOf({ residents: [380, 20], elected: [10, 11] })).toBe('split')
    expect(labelOf({ residents: [380, 20], elected: [10, 11] }, [])).toBe('uncertain')
  })

  test('is consensus with a census that is for by one vote', () => expect(labelOf({ residents: [380, 20], elected: [11, 10] })).toBe('consensus'))

  test('is uncertain with a census that stands at exactly half', () => expect(labelOf({ residents: [380, 20], elected: [10, 10] })).toBe('uncertain'))

  test('is likely when all groups are over half with a probability of four in five, though one may be under', () =>
    expect(labelOf({ staff: [720, 280], workshop: [19, 11], residents: [260, 140] })).toBe('likely'))

  test('is uncertain when a small group leans the other way but not far', () => expect(labelOf({ staff: [720, 280], workshop: [13, 17] })).toBe('uncertain'))

  test('is uncertain, not split, when all are against: that is agreement too, but not on this', () =>
    expect(labelOf({ staff: [100, 900], residents: [40, 360] })).toBe('uncertain'))

  test('is uncertain when nobody took a stand', () => expect(labelTheme([])).toBe('uncertain'))

  test('is uncertain after two answers', () => expect(labelOf({ residents: [2, 0], staff: [1, 0] })).toBe('uncertain'))
})
