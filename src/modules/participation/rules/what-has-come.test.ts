import { expect, test } from 'vitest'
import { day } from '#kernel/day'
import { whatHasCome } from './what-has-come.ts'

const steps = (published: Record<string, string>) =>
  ['survey', 'analysis', 'council-decision', 'followup'].map((key) => ({ id: `id of ${key}`, key, releasedOn: published[key] ? day(published[key]) : undefined }))

test('the answers have been read when the analysis is published, and something is decided when the decision is', () => {
  expect(whatHasCome(steps({}), 'id of survey', day('2026-03-01'))).toEqual([])
  expect(whatHasCome(steps({ survey: '2026-03-02' }), 'id of survey', day('2026-03-01'))).toEqual([])
  expect(whatHasCome(steps({ analysis: '2026-03-01' }), 'id of survey', day('2026-03-01'))).toEqual(['read'])
  expect(whatHasCome(steps({ analysis: '2026-03-02', 'council-decision': '2026-04-01' }), 'id of survey', day('2026-03-01'))).toEqual(['read', 'decided'])
})
test('what was published before one asked is no news', () => {
  expect(whatHasCome(steps({ analysis: '2026-02-28', 'council-decision': '2026-02-28' }), 'id of survey', day('2026-03-01'))).toEqual([])
})
test('the answers of a later step are read when that step is published', () => {
  expect(whatHasCome(steps({ analysis: '2026-03-02' }), 'id of followup', day('2026-03-01'))).toEqual([])
  expect(whatHasCome(steps({ followup: '2026-03-02' }), 'id of followup', day('2026-03-01'))).toEqual(['read'])
})
