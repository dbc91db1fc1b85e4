import { describe, expect, test } from 'vitest'
import { seededRandom } from '#statistics'
import { type GroupNow, isTooLittleNew } from './too-little-new.ts'

const groups = (residents: number, elected: number): GroupNow[] => [
  { key: 'invanare', persons: residents, threshold: 5 },
  { key: 'fortroendevalda', persons: elected, threshold: 10 },
]

describe('a matrix beside an earlier one', () => {
  test.each<[string, number, number, boolean]>([
    ['nobody has come: only the codings differ', 40, 21, false],
    ['one has come to a group', 41, 21, true],
    ['four have gone', 36, 21, true],
    ['as many as the threshold have come', 45, 21, false],
    ['many have come to one group and a few to another', 90, 25, true],
    ['many have come to one group and nobody to another', 90, 21, false],
    ['a group has its own threshold', 40, 30, true],
  ])('%s', (_, residents, elected, expected) => {
    expect(isTooLittleNew(groups(residents, elected), [groups(40, 21)])).toBe(expected)
  })
  test('every earlier one counts, and a group that is new has come whole', () => {
    expect(isTooLittleNew(groups(42, 21), [groups(40, 21), groups(60, 21)])).toBe(true)
    expect(isTooLittleNew(groups(40, 21), [groups(40, 0).slice(0, 1)])).toBe(false)
    expect(isTooLittleNew(groups(40, 3), [groups(40, 0).slice(0, 1)])).toBe(true)
  })
  test('of all that are frozen, no two have a group that differs by fewer than its threshold', () => {
    const random = seededRandom(7)
    for (let run = 0; run < 200; run += 1) {
      const frozen: GroupNow[][] = []
      for (let at = 0; at < 12; at += 1) {
        const next = groups(Math.floor(random() * 40), Math.floor(random() * 40))
        if (!isTooLittleNew(next, frozen)) frozen.push(next)
      }
      for (const one of frozen)
        for (const other of frozen)
          one.forEach(({ persons, threshold }, group) => {
            const between = Math.abs(persons - (other[group]?.persons ?? 0))
            expect(between === 0 || between >= threshold).toBe(true)
          })
    }
  })
})
