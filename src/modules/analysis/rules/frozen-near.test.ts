import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GroupCount, groupsTooNear, partsTooNear } from './frozen-near.ts'
import type { Cell } from './public-matrix.ts'

const threshold = 5
const of = (persons: number, { gone = 0, place = persons, workplace = 0 } = {}) => ({ key: 'invanare', persons, gone, heard: { place, workplace } })
const matrix = (group: GroupCount) => ({ groups: [group], rows: [] })
const isRefused = (now: ReturnType<typeof of>, ...then: GroupCount[]) => groupsTooNear([{ ...now, threshold }], then.map(matrix)).length > 0

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

test('whoever comes, goes and changes their answer: what may be frozen has nobody new, or as many as the threshold', () => {
  type Answer = { readonly id: number; readonly place: boolean; readonly workplace: boolean }
  const said = fc.record({ place: fc.boolean(), workplace: fc.boolean() })
  const event = fc.oneof(
    fc.record({ kind: fc.constant('came' as const), said }),
    fc.record({ kind: fc.constantFrom('went' as const, 'changed' as const), at: fc.nat(), said }),
    fc.constant({ kind: 'freeze' as const }),
  )
  let [frozenSince, refusedSince] = [0, 0]
  fc.assert(
    fc.property(fc.array(event, { minLength: 5, maxLength: 60 }), (events) => {
      let [answers, gone, next]: [Answer[], number, number] = [[], 0, 0]
      const frozen: { readonly answers: readonly Answer[]; readonly count: GroupCount }[] = []
      for (const each of events) {
        if (each.kind === 'came') answers.push({ id: next++, ...each.said })
        else if (each.kind !== 'freeze') {
          const leaves = answers[each.at % Math.max(1, answers.length)]
          if (!leaves) continue
          answers = answers.filter((answer) => answer !== leaves)
          gone++
          if (each.kind === 'changed') answers.push({ id: next++, ...each.said })
        } else {
          const heard = (axis: 'place' | 'workplace') => answers.filter((answer) => answer[axis]).length
          const now = of(answers.length, { gone, place: heard('place'), workplace: heard('workplace') })
          if (isRefused(now, ...frozen.map(({ count }) => count))) {
            refusedSince++
            continue
          }
          for (const { answers: then } of frozen)
            for (const axis of ['place', 'workplace'] as const) {
              if (!then.some((answer) => answer[axis])) continue
              const came = answers.filter((answer) => answer[axis] && !then.some(({ id }) => id === answer.id)).length
              if (came > 0 && came < threshold) return false
            }
          if (frozen.length > 0) frozenSince++
          frozen.push({ answers: [...answers], count: now })
        }
      }
      return true
    }),
    { numRuns: 500 },
  )
  expect(Math.min(frozenSince, refusedSince)).toBeGreaterThan(50)
})

describe('the parts of a group', () => {
  const cell = (part: string, mentioned: number): Cell => ({ group: `invanare ${part}`, shown: true, mentioned, mentionShare: 50, support: { kind: 'no-stand' } })
  const rows = (...each: readonly [string, number][]) => [{ theme: 'vind', parts: each.map(([part, mentioned]) => cell(part, mentioned)) }]
  const then = { groups: [of(40)], rows: rows(['age unga', 10], ['age gamla', 20], ['place kusten', 30]) }
  const left = (persons: number, now: ReturnType<typeof rows>) => [...partsTooNear({ groups: [{ ...of(persons), threshold }], rows: now, workplaceRows: [] }, [then])]

  test('are left out, all of that division, where one of those who came can be told in one of them', () => {
    expect(left(50, rows(['age unga', 11], ['age gamla', 29], ['place kusten', 40]))).toEqual(['invanare age unga', 'invanare age gamla'])
  })
  test('stand where enough have come in each, and where only the coding has changed', () => {
    expect(left(60, rows(['age unga', 20], ['age gamla', 30], ['place kusten', 50]))).toEqual([])
    expect(left(40, rows(['age unga', 11], ['age gamla', 20], ['place kusten', 30]))).toEqual([])
  })
})
