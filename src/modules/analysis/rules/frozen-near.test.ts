import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '#kernel/day'
import { type GroupCount, groupsTooNear, lastCounted, partsTooNear } from './frozen-near.ts'
import type { Cell } from './public-matrix.ts'

const threshold = 5
const of = (persons: number, { gone = 0, place = persons, workplace = 0 } = {}) => ({ key: 'invanare', persons, gone, heard: { place, workplace } })
const frozenOn = day('2020-10-05')
const matrix = (group: GroupCount, on = frozenOn) => ({ frozenOn: on, groups: [group], rows: [] })
const isRefused = (now: ReturnType<typeof of>, ...then: GroupCount[]) =>
  groupsTooNear(
    [{ ...now, threshold }],
    then.map((group) => matrix(group)),
  ).length > 0

describe('a group is too near an earlier matrix', () => {
  test.each<[string, boolean, GroupCount, ReturnType<typeof of>]>([
    ['one has come', true, of(12), of(13)],
    ['four have come', true, of(12), of(16)],
    ['five have come', false, of(12), of(17)],
    ['nobody has', false, of(12), of(12)],
    ['one went as another came', true, of(12), of(12, { gone: 1 })],
    ['one went, who had not been coded', false, of(12), of(11, { gone: 1 })],
    ['five came and one of them said something', true, of(12), of(17, { place: 13 })],
    ['five came and one of them spoke of the workplace', true, of(12, { workplace: 9 }), of(17, { workplace: 10 })],
    ['the first four come, of whom nothing was shown', false, of(0), of(4)],
    ['one came since one that said only how many there were', true, { key: 'invanare', persons: 12 }, of(13)],
    ['one went since one that said only how many there were', true, { key: 'invanare', persons: 12 }, of(11)],
  ])('when %s: %s', (_, isNear, then, now) => expect(isRefused(now, then)).toBe(isNear))

  test('to any earlier one, not only the last', () => {
    expect(isRefused(of(13, { gone: 6 }), of(12, { gone: 6 }), of(6, { gone: 12 }))).toBe(true)
    expect(groupsTooNear([{ ...of(13), key: 'naringsliv', threshold }], [matrix(of(12))])).toEqual([])
  })
})

describe('a group that is held at the last day that was counted', () => {
  const held = (persons: number, thatDay: number, gone = 0) => ({ ...of(persons, { gone }), until: frozenOn, thatDay, threshold })
  test.each<[string, boolean, ReturnType<typeof held>]>([
    ['has those who were counted', false, held(12, 3)],
    ['has one more, who came later that day', true, held(13, 4)],
    ['may have one who came later that day, for one has gone', true, held(12, 3, 1)],
    ['has nobody of that day, so whoever has gone came later or was counted', false, held(12, 0, 1)],
    ['has one more, whatever its day is said to be', true, held(13, 0)],
  ])('when it %s: too near %s', (_, isNear, now) => expect(groupsTooNear([now], [matrix(of(12))]).length > 0).toBe(isNear))

  test('is held at the day of the one that held it, and at the last of several', () => {
    const [first, later, last] = [matrix(of(12)), matrix({ ...of(12), until: frozenOn }, addDays(frozenOn, 9)), matrix(of(17), addDays(frozenOn, 20))]
    expect(lastCounted('invanare', [first, later])).toBe(frozenOn)
    expect(lastCounted('invanare', [first, last, later])).toBe(last.frozenOn)
    expect(lastCounted('naringsliv', [first])).toBeUndefined()
  })
})

test('whoever comes, goes and changes their answer, on whatever day: no two that are frozen differ by somebody, and by fewer than the threshold', () => {
  type Answer = { readonly id: number; readonly on: Day; readonly place: boolean; readonly workplace: boolean }
  const said = fc.record({ place: fc.boolean(), workplace: fc.boolean() })
  const event = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('came' as const), said }) },
    fc.record({ kind: fc.constantFrom('went' as const, 'changed' as const), at: fc.nat(), said }),
    { weight: 2, arbitrary: fc.constant({ kind: 'freeze' as const }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'night' as const }) },
  )
  let [whole, held, refused] = [0, 0, 0]
  fc.assert(
    fc.property(fc.array(event, { minLength: 5, maxLength: 80 }), (events) => {
      let [answers, gone, next, today]: [Answer[], number, number, Day] = [[], 0, 0, frozenOn]
      const frozen: { readonly answers: readonly Answer[]; readonly matrix: ReturnType<typeof matrix> }[] = []
      const until = (last: Day) => answers.filter(({ on }) => on <= last)
      const countOf = (own: readonly Answer[], last?: Day) => {
        const heard = (axis: 'place' | 'workplace') => own.filter((answer) => answer[axis]).length
        const count = of(own.length, { gone, place: heard('place'), workplace: heard('workplace') })
        return last ? { ...count, threshold, until: last, thatDay: own.filter(({ on }) => on === last).length } : { ...count, threshold }
      }
      for (const each of events) {
        if (each.kind === 'night') today = addDays(today, 1)
        else if (each.kind === 'came') answers.push({ id: next++, on: today, ...each.said })
        else if (each.kind !== 'freeze') {
          const leaves = answers[each.at % Math.max(1, answers.length)]
          if (!leaves) continue
          answers = answers.filter((answer) => answer !== leaves)
          gone++
          if (each.kind === 'changed') answers.push({ id: next++, on: today, ...each.said })
        } else {
          const earlier = frozen.map(({ matrix: then }) => then)
          const isNear = (count: ReturnType<typeof countOf>) => groupsTooNear([count], earlier).length > 0
          const last = isNear(countOf(answers)) ? lastCounted('invanare', earlier) : undefined
          const own = last ? until(last) : answers
          if (last && isNear(countOf(own, last))) {
            refused++
            continue
          }
          for (const { answers: then } of frozen)
            for (const axis of ['place', 'workplace'] as const) {
              if (!then.some((answer) => answer[axis])) continue
              const only = (one: readonly Answer[], other: readonly Answer[]) =>
                one.filter((answer) => answer[axis] && answers.includes(answer) && !other.some(({ id }) => id === answer.id)).length
              for (const apart of [only(own, then), only(then, own)]) if (apart > 0 && apart < threshold) return false
            }
          if (last) held++
          else if (frozen.length > 0) whole++
          frozen.push({ answers: [...own], matrix: matrix(countOf(own, last), today) })
        }
      }
      return true
    }),
    { numRuns: 1000 },
  )
  expect(Math.min(whole, held, refused)).toBeGreaterThan(50)
})

describe('the parts of a group', () => {
  const cell = (part: string, mentioned: number): Cell => ({ group: `invanare ${part}`, shown: true, mentioned, mentionShare: 50, support: { kind: 'no-stand' } })
  const rows = (...each: readonly [string, number][]) => [{ theme: 'vind', parts: each.map(([part, mentioned]) => cell(part, mentioned)) }]
  const then = { frozenOn, groups: [of(40)], rows: rows(['age unga', 10], ['age gamla', 20], ['place kusten', 30]) }
  const left = (persons: number, now: ReturnType<typeof rows>) => [...partsTooNear({ groups: [{ ...of(persons), threshold }], rows: now, workplaceRows: [] }, [then])]

  test('are left out, all of that division, where one of those who came can be told in one of them', () => {
    expect(left(50, rows(['age unga', 11], ['age gamla', 29], ['place kusten', 40]))).toEqual(['invanare age unga', 'invanare age gamla'])
  })
  test('stand where enough have come in each, and where only the coding has changed', () => {
    expect(left(60, rows(['age unga', 20], ['age gamla', 30], ['place kusten', 50]))).toEqual([])
    expect(left(40, rows(['age unga', 11], ['age gamla', 20], ['place kusten', 30]))).toEqual([])
  })
})
