import { expect, test } from 'vitest'
import { day } from '#kernel/day'
import { dueDates, legalStanding } from './legal-force.ts'

const decided = { meetingOn: day('2021-06-14'), immediate: false }
const posted = { ...decided, adjustedOn: day('2021-06-21'), postedOn: day('2021-06-22') }
const appealed = (ended: 'confirmed' | 'annulled' | null) => ({ ...posted, appeal: { registeredOn: day('2021-07-01'), endedOn: ended && day('2021-10-01'), ended } })

test('what is due is counted from what has happened, and from nothing else', () => {
  expect(dueDates(decided)).toEqual({ adjustBy: '2021-06-28', postBy: undefined, appealUntil: undefined })
  expect(dueDates(posted)).toEqual({ adjustBy: '2021-06-28', postBy: '2021-06-23', appealUntil: '2021-07-13' })
})

test('a decision gains force the day after the time for appeal, which runs from the notice', () => {
  expect(legalStanding(posted, day('2021-06-14'))).toEqual({ standing: 'decided' })
  expect(legalStanding(posted, day('2021-06-21'))).toEqual({ standing: 'adjusted' })
  expect(legalStanding(posted, day('2021-07-13'))).toEqual({ standing: 'posted' })
  expect(legalStanding(posted, day('2021-07-14'))).toEqual({ standing: 'in-force', since: '2021-07-14' })
  expect(legalStanding(decided, day('2031-01-01')), 'never announced, never in force').toEqual({ standing: 'decided' })
})

test('an appeal holds it up until a court has spoken', () => {
  expect(legalStanding(appealed(null), day('2022-01-01'))).toEqual({ standing: 'appealed', since: '2021-07-01' })
  expect(legalStanding(appealed('confirmed'), day('2021-09-30'))).toEqual({ standing: 'appealed', since: '2021-07-01' })
  expect(legalStanding(appealed('confirmed'), day('2021-10-01'))).toEqual({ standing: 'in-force', since: '2021-10-01' })
  expect(legalStanding(appealed('annulled'), day('2021-10-01'))).toEqual({ standing: 'annulled', since: '2021-10-01' })
})

test('one that is immediate holds from the meeting, until it is annulled', () => {
  const immediate = { ...appealed('annulled'), immediate: true }
  expect(legalStanding(immediate, day('2021-06-14'))).toEqual({ standing: 'in-force', since: '2021-06-14' })
  expect(legalStanding(immediate, day('2021-10-01'))).toEqual({ standing: 'annulled', since: '2021-10-01' })
})
