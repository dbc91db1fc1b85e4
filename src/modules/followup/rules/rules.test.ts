import { expect, test } from 'vitest'
import { day } from '#kernel/day'
import { needsMotivation } from './motivation.ts'
import { roundState } from './round-state.ts'
import { summarise } from './summary.ts'

const round = { opensOn: day('2025-01-10'), closesOn: day('2025-02-10'), lockings: [] }

test('a round opens and closes by the calendar, until it is locked', () => {
  expect(roundState(round, day('2025-01-09'))).toBe('planned')
  expect(roundState(round, day('2025-02-10'))).toBe('open')
  expect(roundState(round, day('2025-02-11'))).toBe('closed')
  expect(roundState({ ...round, lockings: [{ reopened: false }] }, day('2025-01-12'))).toBe('locked')
  expect(roundState({ ...round, lockings: [{ reopened: true }] }, day('2025-03-12'))).toBe('reopened')
})

test('who differs from the rule says why, and so does who can’t judge', () => {
  expect(needsMotivation('met', 'met')).toBe(false)
  expect(needsMotivation('not-met', 'partly')).toBe(true)
  expect(needsMotivation('cannot-be-judged', 'cannot-be-judged')).toBe(true)
})

test('a summary counts, and keeps partly apart from what can’t be judged and what nobody has judged', () => {
  expect(summarise(['met', 'partly', 'cannot-be-judged', undefined])).toEqual({ met: 1, partly: 1, 'not-met': 0, 'cannot-be-judged': 1, missing: 1, all: 4 })
})
