import { expect, test } from 'vitest'
import { goalProposal } from './goal-proposal.ts'

test('all met is met, none is not met, and between them is partly', () => {
  expect(goalProposal({ rule: 'all' }, ['met', 'met'])).toBe('met')
  expect(goalProposal({ rule: 'all' }, ['not-met', 'not-met'])).toBe('not-met')
  expect(goalProposal({ rule: 'all' }, ['met', 'not-met'])).toBe('partly')
})

test('at least two of three may have one that failed', () => {
  expect(goalProposal({ rule: 'at-least', count: 2 }, ['met', 'met', 'not-met'])).toBe('met')
})

test('what can’t be judged is not hidden, unless the rest decides', () => {
  expect(goalProposal({ rule: 'all' }, ['met', 'cannot-be-judged'])).toBe('cannot-be-judged')
  expect(goalProposal({ rule: 'at-least', count: 1 }, ['met', 'cannot-be-judged'])).toBe('met')
  expect(goalProposal({ rule: 'all' }, ['not-met', 'cannot-be-judged'])).toBe('not-met')
})

test('a goal without targets, or weighed as a whole, is judged by a person', () => {
  expect(goalProposal({ rule: 'all' }, [])).toBe('cannot-be-judged')
  expect(goalProposal({ rule: 'whole' }, ['met'])).toBe('cannot-be-judged')
})
