import { describe, expect, test } from 'vitest'
import { type StanceCount, shrinkSupport } from './shrink-support.ts'
import { summariseTheme } from './summarise-theme.ts'

const count = (group: string, inFavour: number, against: number, asked: number, mentioned?: number): StanceCount => ({
  group,
  theme: 'buses',
  for: inFavour,
  against,
  asked,
  mentioned,
})
const summary = (...counts: StanceCount[]) => summariseTheme(counts, shrinkSupport(counts, { census: ['elected'] }))

describe('what the reader is told of a theme', () => {
  test('samsyn: every group is for', () => {
    const told = summary(count('staff', 600, 100, 1000), count('residents', 300, 40, 400), count('elected', 18, 3, 21))
    expect(told).toMatchObject({ label: 'consensus', reading: 'samsyn', spread: { groups: 3, of: 3, share: 1 } })
  })

  test('samsyn still, when one group of three that could speak stayed silent', () => {
    expect(summary(count('staff', 600, 100, 1000), count('residents', 300, 40, 400), count('children', 0, 0, 60))).toMatchObject({
      reading: 'samsyn',
      spread: { groups: 2, of: 3 },
    })
  })

  test('not samsyn when half of the groups that could speak stayed silent', () => {
    const told = summary(count('staff', 600, 100, 1000), count('residents', 300, 40, 400), count('children', 0, 0, 60), count('workshop', 3, 0, 30), count('elected', 0, 0, 21))
    expect(told).toMatchObject({ label: 'consensus', spread: { groups: 3, of: 5 } })
    expect(told.reading).not.toBe('samsyn')
  })

  test('a group that was never asked could not speak, and is not counted', () => {
    expect(summary(count('staff', 600, 100, 1000), count('residents', 300, 40, 400), count('children', 0, 0, 0), count('elected', 0, 0, 0))).toMatchObject({
      reading: 'samsyn',
      spread: { groups: 2, of: 2 },
    })
  })

  test('split: one group is for and another against', () => expect(summary(count('staff', 600, 100, 1000), count('elected', 4, 17, 21)).reading).toBe('split'))

  test('split goes before few-say', () => {
    const told = summary(count('staff', 300, 20, 1000), count('elected', 1, 15, 21), count('residents', 3, 2, 400))
    expect(told).toMatchObject({ label: 'split', reading: 'split' })
  })

  test('few-say: the children speak of it, the others hardly', () => {
    expect(summary(count('children', 30, 4, 60), count('residents', 8, 6, 400), count('staff', 9, 7, 1000), count('elected', 1, 1, 21)).reading).toBe('few-say')
  })

  test('few-say counts those who spoke, also without a stand', () => {
    expect(summary(count('children', 1, 1, 60, 15), count('residents', 0, 0, 400, 39), count('staff', 0, 0, 1000)).reading).toBe('few-say')
    expect(summary(count('children', 1, 1, 60, 14), count('residents', 0, 0, 400, 39), count('staff', 0, 0, 1000)).reading).toBe('not-yet-known')
  })

  test('not few-say when the others speak of it now and then: a tenth is not few', () => {
    expect(summary(count('children', 1, 1, 60, 15), count('residents', 0, 0, 400, 40), count('staff', 0, 0, 1000)).reading).toBe('not-yet-known')
  })

  test('not few-say when three groups speak of it', () => {
    expect(summary(count('a', 2, 2, 100, 30), count('b', 2, 2, 100, 30), count('c', 2, 2, 100, 30), count('d', 0, 0, 100)).reading).toBe('not-yet-known')
  })

  test('not few-say when there is no other group that could', () => expect(summary(count('a', 2, 2, 100, 30), count('b', 2, 2, 100, 30)).reading).toBe('not-yet-known'))

  test('not yet known: nobody spoke', () => {
    expect(summary(count('staff', 0, 0, 1000), count('elected', 0, 0, 21))).toMatchObject({
      label: 'uncertain',
      reading: 'not-yet-known',
      strength: undefined,
      spread: { groups: 0, of: 2, share: 0 },
    })
  })

  test('not yet known: nobody was asked', () => expect(summary(count('staff', 0, 0, 0))).toMatchObject({ reading: 'not-yet-known', spread: { of: 0, share: 0 }, mentions: [] }))

  test('strength weighs every group the same, whatever its size', () => {
    expect(summary(count('staff', 1000, 0, 1000), count('elected', 0, 21, 21)).strength).toBeCloseTo((1000.5 / 1001 + 0) / 2, 12)
  })

  test('mentions are shares of those asked, group by group', () => {
    expect(summary(count('staff', 100, 50, 1000, 200), count('residents', 40, 0, 400)).mentions).toEqual([
      { group: 'staff', share: 0.2 },
      { group: 'residents', share: 0.1 },
    ])
  })

  test('is refused for two themes at once, for two counts of a group and for an estimate without a count', () => {
    const other = { ...count('staff', 1, 1, 2), theme: 'pool' }
    expect(() => summariseTheme([count('staff', 1, 1, 2), other], [])).toThrow('one theme at a time')
    expect(() => summariseTheme([count('staff', 1, 1, 2), count('staff', 1, 1, 2)], [])).toThrow('one count a group')
    expect(() => summariseTheme([count('staff', 1, 1, 2)], shrinkSupport([count('elected', 1, 1, 2)]))).toThrow('elected')
  })
})
