import { describe, expect, test } from 'vitest'
import { momentOf, noonOf } from '#http/clock'
import { takeStep } from '#kernel/course'
import { day } from '#kernel/day'
import { dialogueCourse, dialogueState } from './dialogue-course.ts'
import { inLanguage } from './in-language.ts'
import { missingBeforeOpening } from './opening-gate.ts'
import { addCounts } from './source.ts'
import { fewestShown, lowestThreshold, mayBeShown } from './threshold.ts'

const times = { opensTime: '00:00', closesTime: '24:00' }
const opened = { ...times, opensOn: day('2020-10-05'), closesOn: day('2020-11-29'), openedAt: '2020-09-30T10:00:00Z', closedAt: null }

describe('the course of a dialogue', () => {
  test('it is a draft until somebody opens it, whatever the day', () => {
    expect(dialogueState({ ...opened, openedAt: null }, noonOf(day('2020-10-20')))).toBe('draft')
  })
  test('opened, it waits for its first day, is open to the end of its last, and is closed from then on', () => {
    expect(dialogueState(opened, noonOf(day('2020-10-04')))).toBe('waiting')
    expect(dialogueState(opened, noonOf(day('2020-10-05')))).toBe('open')
    expect(dialogueState(opened, noonOf(day('2020-11-29')))).toBe('open')
    expect(dialogueState(opened, noonOf(day('2020-11-30')))).toBe('closed')
  })
  test('closed early it stays closed', () => {
    expect(dialogueState({ ...opened, closedAt: '2020-10-10T10:00:00Z' }, noonOf(day('2020-10-11')))).toBe('closed')
  })
  test('a draft is not closed, and what is open is not opened or rewritten', () => {
    expect(takeStep(dialogueCourse, 'draft', 'open')).toBe('open')
    expect(takeStep(dialogueCourse, 'draft', 'close')).toBeUndefined()
    for (const state of ['waiting', 'open', 'closed'] as const) {
      expect(takeStep(dialogueCourse, state, 'revise')).toBeUndefined()
      expect(takeStep(dialogueCourse, state, 'open')).toBeUndefined()
    }
    expect(takeStep(dialogueCourse, 'closed', 'close')).toBeUndefined()
  })
})

describe('attack 19: the last second of the last day is Swedish, wherever the server stands', () => {
  const lastDay = { ...opened, opensOn: day('2020-10-01') }
  const at = (instant: string, closesOn: string) => dialogueState({ ...lastDay, closesOn: day(closesOn) }, momentOf(new Date(instant)))
  test('in winter midnight is 23:00 UTC', () => {
    expect(at('2020-11-29T22:59:59Z', '2020-11-29')).toBe('open')
    expect(at('2020-11-29T23:00:00Z', '2020-11-29')).toBe('closed')
  })
  test('on the day when summer time ends it is 23:00 UTC, and the day before 22:00', () => {
    expect(at('2020-10-24T21:59:59Z', '2020-10-24')).toBe('open')
    expect(at('2020-10-24T22:00:00Z', '2020-10-24')).toBe('closed')
    expect(at('2020-10-25T22:59:59Z', '2020-10-25')).toBe('open')
    expect(at('2020-10-25T23:00:00Z', '2020-10-25')).toBe('closed')
  })
  test('on the day when summer time begins it is 22:00 UTC', () => {
    expect(at('2021-03-28T21:59:59Z', '2021-03-28')).toBe('open')
    expect(at('2021-03-28T22:00:00Z', '2021-03-28')).toBe('closed')
  })
})

describe('a clock that stands still or jumps', () => {
  const at = (instant: string, closesTime: string) => dialogueState({ ...opened, closesOn: day('2020-10-25'), closesTime }, momentOf(new Date(instant)))
  test('half past two on the night when it is shown twice closes at its last showing', () => {
    expect(at('2020-10-25T00:30:00Z', '02:30')).toBe('open')
    expect(at('2020-10-25T01:29:59Z', '02:30')).toBe('open')
    expect(at('2020-10-25T01:30:00Z', '02:30')).toBe('closed')
  })
  test('half past two on the night when it is never shown opens when the clock skips', () => {
    const spring = (instant: string) => dialogueState({ ...opened, opensOn: day('2021-03-28'), opensTime: '02:30', closesOn: day('2021-04-01') }, momentOf(new Date(instant)))
    expect(spring('2021-03-28T00:59:59Z')).toBe('waiting')
    expect(spring('2021-03-28T01:00:00Z')).toBe('open')
  })
})

describe('the gate before opening', () => {
  const asked = { id: '', key: 'fraga-1', kind: 'lines' as const, required: false, maxLines: 3, form: {}, showIf: null, sectionHeading: null, sectionHeadingEnglish: null }
  const ready = {
    ...times,
    kind: 'survey' as const,
    opensOn: day('2020-09-01'),
    legalBasis: 'Uppgift av allmänt intresse',
    information: 'Vad, varför och hur länge',
    promise: 'Svaren läses',
    contact: 'Växeln',
    toVoteOn: 0,
    titleEnglish: null,
    closesOn: day('2020-11-29'),
    questions: [{ ...asked, wordingEnglish: null as string | null }],
  }
  const on = noonOf(day('2020-10-01'))
  test('nothing is missing when everybody knows what is asked, why, what comes of it and whom to ask', () => {
    expect(missingBeforeOpening(ready, on)).toEqual([])
  })
  test('it tells everything that is missing at once', () => {
    expect(missingBeforeOpening({ ...ready, information: ' ', legalBasis: '', promise: '', contact: '\n', questions: [], closesOn: day('2020-09-30') }, on)).toEqual([
      'questions',
      'information',
      'legal-basis',
      'promise',
      'contact',
      'time',
    ])
  })
  test('half a translation is no translation', () => {
    const both = [
      { ...asked, wordingEnglish: 'What is good?' },
      { ...asked, key: 'fraga-2', wordingEnglish: 'What is not?' },
    ]
    expect(missingBeforeOpening({ ...ready, titleEnglish: 'Your future', questions: both }, on)).toEqual([])
    expect(missingBeforeOpening({ ...ready, questions: both }, on)).toEqual(['english'])
    expect(missingBeforeOpening({ ...ready, titleEnglish: 'Your future', questions: [...both, { ...asked, wordingEnglish: null }] }, on)).toEqual(['english'])
  })
  test('a dialogue may open on its last day', () => {
    expect(missingBeforeOpening(ready, noonOf(day('2020-11-29')))).toEqual([])
  })
})

describe('what may be shown', () => {
  test('the limit is five persons, of children ten', () => {
    expect(fewestShown).toEqual({ adults: 5, children: 10 })
    expect(lowestThreshold({ children: false })).toBe(5)
    expect(lowestThreshold({ children: true })).toBe(10)
  })
  test('four persons are too few, five are enough, and a raised limit holds', () => {
    expect([4, 5].map((persons) => mayBeShown(persons, 5))).toEqual([false, true])
    expect([9, 10].map((persons) => mayBeShown(persons, 10))).toEqual([false, true])
  })
  test('a limit under five is as if it were five', () => {
    expect(mayBeShown(4, 1)).toBe(false)
  })
})

test('place and workplace, answers and notes, are never summed', () => {
  const count = (axis: 'place' | 'workplace', unit: 'persons' | 'notes', number: number) => ({ axis, unit, count: number })
  expect(addCounts([count('place', 'persons', 900), count('workplace', 'notes', 70), count('place', 'notes', 30), count('place', 'persons', 21)])).toEqual([
    count('place', 'persons', 921),
    count('workplace', 'notes', 70),
    count('place', 'notes', 30),
  ])
})

test('an English reader gets English where there is some, and is told where there isn’t', () => {
  expect(inLanguage('en', 'Din framtid', 'Your future')).toEqual({ text: 'Your future', lang: 'en' })
  expect(inLanguage('en', 'Din framtid', null)).toEqual({ text: 'Din framtid', lang: 'sv' })
  expect(inLanguage('sv', 'Din framtid', 'Your future')).toEqual({ text: 'Din framtid', lang: 'sv' })
})
