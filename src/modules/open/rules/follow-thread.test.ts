import { describe, expect, test } from 'vitest'
import { followThread, type Strands } from './follow-thread.ts'
import { isBefore, laterOf } from './released.ts'

const strands: Strands = {
  phrases: [
    { id: 'plats', themes: ['gemenskap'] },
    { id: 'natur', themes: ['skog', 'vatten'] },
    { id: 'exklusivitet', themes: [] },
  ],
  decisionOfVision: 'kf',
  focusAreas: [{ id: 'hållbar-natur', phraseIds: ['natur'] }],
  goals: [
    { id: 'mål-1', focusAreaId: 'hållbar-natur', definitionIds: ['mått-1'] },
    { id: 'mål-2', focusAreaId: null, definitionIds: [] },
  ],
  judged: ['mål-1'],
}

describe('the thread, followed from where one stands', () => {
  test('from a theme: its words, their decision, the goal, the measure and the result', () => {
    expect(followThread(strands, { themes: ['skog'] })).toEqual({
      themes: ['skog'],
      phrases: ['natur'],
      decision: 'kf',
      goals: ['mål-1'],
      definitions: ['mått-1'],
      judged: ['mål-1'],
    })
  })
  test('from a goal: back to the words and the themes they rest on', () => {
    expect(followThread(strands, { goals: ['mål-1'] })).toMatchObject({ themes: ['skog', 'vatten'], phrases: ['natur'], decision: 'kf' })
  })
  test('from a measure: back through its goal', () => {
    expect(followThread(strands, { definitions: ['mått-1'] })).toMatchObject({ goals: ['mål-1'], phrases: ['natur'], themes: ['skog', 'vatten'] })
  })
  test('a phrase without roots has no themes, and a goal without focus area no words', () => {
    expect(followThread(strands, { phrases: ['exklusivitet'] })).toMatchObject({ themes: [], goals: [] })
    expect(followThread(strands, { goals: ['mål-2'] })).toMatchObject({ phrases: [], themes: [], decision: undefined, definitions: [], judged: [] })
  })
})

test('an instant is compared by its time, not by how it is written', () => {
  expect(isBefore('2021-06-14 10:00:00+00', '2021-06-14T10:00:00.000Z')).toBe(true)
  expect(isBefore('2021-06-14T10:00:00.001Z', '2021-06-14 10:00:00+00')).toBe(false)
  expect(() => isBefore('igår', '2021-06-14T10:00:00Z')).toThrow('Not an instant')
})

test('of two releases, the later one shows most', () => {
  expect(laterOf({ released: true, at: '2021-06-14T10:00:00Z' }, { released: false, expectedOn: undefined, overdue: false })).toMatchObject({ released: true })
})
