import { describe, expect, test } from 'vitest'
import { fulfilment } from './fulfilment.ts'

// The ten ordinary cases that six other tools gave up to five different verdicts on (sick leave from 6.5 to 5.0 percent).
const sickLeave = { kind: 'reach', baseline: 6.5, target: 5, partlyFrom: 0.5 } as const

describe('a target to reach', () => {
  test('half the way is half the way', () => expect(fulfilment(sickLeave, { value: 5.75 })).toEqual({ verdict: 'partly', because: 'on-the-way', progress: 0.5 }))
  test('the wrong way is negative and is said', () => {
    const result = fulfilment(sickLeave, { value: 6.9 })
    expect(result).toMatchObject({ verdict: 'not-met', because: 'wrong-way' })
    expect(result.progress).toBeCloseTo(-0.2667, 4)
  })
  test('passed is more than the whole way', () => {
    const result = fulfilment(sickLeave, { value: 4.6 })
    expect(result.verdict).toBe('met')
    expect(result.progress).toBeCloseTo(1.2667, 4)
  })
  test('ten thousand inhabitants, from 9 100 and now 9 060, goes the wrong way', () => {
    const result = fulfilment({ kind: 'reach', baseline: 9100, target: 10_000, partlyFrom: undefined }, { value: 9060 })
    expect(result).toMatchObject({ verdict: 'not-met', because: 'wrong-way' })
    expect(result.progress).toBeCloseTo(-0.0444, 4)
  })
  test('without a rule for partly, part of the way is not met', () => expect(fulfilment({ ...sickLeave, partlyFrom: undefined }, { value: 5.75 }).verdict).toBe('not-met'))
  test('a baseline that is the target can’t be reached and says so', () =>
    expect(fulfilment({ ...sickLeave, baseline: 5 }, { value: 5.4 })).toEqual({ verdict: 'cannot-be-judged', because: 'target-is-the-baseline' }))
})

describe('a target to keep', () => {
  test('0.4 over a limit with tolerance 0.5 is partly', () =>
    expect(fulfilment({ kind: 'keep-at-most', target: 5, tolerance: 0.5 }, { value: 5.4 })).toEqual({ verdict: 'partly', because: 'within-tolerance' }))
  test('0.6 over is not met', () => expect(fulfilment({ kind: 'keep-at-most', target: 5, tolerance: 0.5 }, { value: 5.6 }).verdict).toBe('not-met'))
  test('at least is the other way round', () => expect(fulfilment({ kind: 'keep-at-least', target: 30, tolerance: 0 }, { value: 30 }).verdict).toBe('met'))
  test('an interval is inside or outside', () => {
    expect(fulfilment({ kind: 'within', low: 1, high: 2 }, { value: 2 }).verdict).toBe('met')
    expect(fulfilment({ kind: 'within', low: 1, high: 2 }, { value: 2.1 }).verdict).toBe('not-met')
  })
})

test('no measurement is never zero and never met: it can’t be judged', () => {
  expect(fulfilment(sickLeave, undefined)).toEqual({ verdict: 'cannot-be-judged', because: 'no-measurement' })
})

test('direction, level and done need a person', () => {
  for (const kind of ['direction', 'level', 'done'] as const) expect(fulfilment({ kind }, { value: 1 }).verdict).toBe('cannot-be-judged')
})
