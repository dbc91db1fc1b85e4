import { describe, expect, test } from 'vitest'
import { trimmedWords } from '../weights-words.ts'
import { estimateShare, type KnownMargin, weighSurvey } from './weigh-survey.ts'

const repeat = (times: readonly (readonly [level: number, count: number])[]) => times.flatMap(([level, count]) => new Array<number>(count).fill(level))

describe('a small survey weighed by hand', () => {
  // 30 women and 10 men answered, and as many of each live here: a woman weighs 0.5 / 0.75 = 2/3, a man 0.5 / 0.25 = 2.
  const gender: KnownMargin = {
    of: 'gender',
    levels: [
      { label: 'Kvinna', people: 500 },
      { label: 'Man', people: 500 },
    ],
    levelOf: repeat([
      [0, 30],
      [1, 10],
    ]),
  }
  const weighed = weighSurvey([gender])

  test('the weights are the population through the answers, and the design effect is Kish', () => {
    expect(weighed?.weights[0]).toBeCloseTo(2 / 3, 8)
    expect(weighed?.weights[39]).toBeCloseTo(2, 8)
    // n Σw² / (Σw)² = 40 · (30 · 4/9 + 10 · 4) / 40² = 53.333 / 40.
    expect(weighed?.designEffect).toBeCloseTo(4 / 3, 8)
    expect(weighed?.effectiveSize).toBeCloseTo(30, 6)
    expect(weighed?.trimmed).toMatchObject({ count: 0 })
    expect(weighed?.margin.unweighted).toBeCloseTo(1.959964 * Math.sqrt(0.25 / 40), 6)
    expect(weighed?.margin.weighted).toBeCloseTo(1.959964 * Math.sqrt(0.25 / 30), 6)
  })
  test('a share stands without and with weights: 6 women of 30 and 8 men of 10', () => {
    const has = (answer: number) => answer < 6 || (answer >= 30 && answer < 38)
    const share = weighed && estimateShare(weighed, () => true, has)
    // Unweighted 14 / 40; weighted (6 · 2/3 + 8 · 2) / 40 = 20 / 40, the mean of one fifth and four fifths.
    expect(share?.unweighted).toBeCloseTo(0.35, 10)
    expect(share?.weighted).toBeCloseTo(0.5, 8)
    expect(share?.low).toBeLessThan(0.5)
    expect(share?.high).toBeGreaterThan(0.5)
  })
})

test('a weight over five means is cut to it, and how many were is told', () => {
  const age: KnownMargin = {
    of: 'age',
    levels: [
      { label: '16–64', people: 400 },
      { label: '65+', people: 600 },
    ],
    levelOf: repeat([
      [0, 95],
      [1, 5],
    ]),
  }
  const weighed = weighSurvey([age])
  // 0.6 / 0.05 = 12 before; 5 after, and the 35 that were cut off are spread over the 95 others.
  expect(weighed?.trimmed.count).toBe(5)
  expect(weighed?.trimmed.largest).toBeCloseTo(12, 6)
  expect(weighed?.trimmed.were).toEqual([12])
  const said = trimmedWords({ count: 7, largest: 12, to: 5, were: [12, 6.5] })
  for (const words of ['7 vikter är kapade till 5 gånger medelvikten', 'Före kapningen var de 12,00 och 6,50 gånger']) expect(said).toContain(words)
  expect(Math.max(...(weighed?.weights ?? []))).toBeCloseTo(5, 8)
  expect(weighed?.levels[0]?.levels[1]?.weighted).toBeCloseTo(0.25, 8)
})

test('levels with under five answers are made one with their neighbour, and what is left with one level is not weighed by: both are said', () => {
  const levels = ['16–24', '25–44', '45–64'].map((label) => ({ label, people: 100 }))
  const age: KnownMargin = {
    of: 'age',
    levels,
    levelOf: repeat([
      [0, 3],
      [1, 20],
      [2, 30],
    ]),
  }
  const place: KnownMargin = {
    of: 'place',
    levels: [
      { label: 'Byn', people: 50 },
      { label: 'Dalen', people: 250 },
    ],
    levelOf: repeat([
      [0, 2],
      [1, 51],
    ]),
  }
  const weighed = weighSurvey([age, place])
  expect(weighed?.remarks).toEqual([
    { why: 'collapsed', of: 'age', labels: ['16–24', '25–44'] },
    { why: 'collapsed', of: 'place', labels: ['Byn', 'Dalen'] },
    { why: 'one-level', of: 'place' },
  ])
  expect(weighed?.levels.map(({ of, levels: told }) => [of, told.map(({ label }) => label)])).toEqual([['age', ['16–24 + 25–44', '45–64']]])
})

test('margins that no weights can give together are said to be so', () => {
  // Everybody young is a man and everybody old a woman, so that ages of 50:50 and genders of 90:10 can't both be had.
  const young: KnownMargin = {
    of: 'age',
    levels: [
      { label: 'Ung', people: 50 },
      { label: 'Gammal', people: 50 },
    ],
    levelOf: repeat([
      [0, 10],
      [1, 10],
    ]),
  }
  const men: KnownMargin = {
    of: 'gender',
    levels: [
      { label: 'Man', people: 90 },
      { label: 'Kvinna', people: 10 },
    ],
    levelOf: repeat([
      [0, 10],
      [1, 10],
    ]),
  }
  expect(weighSurvey([young, men])?.remarks).toMatchObject([{ why: 'not-met' }])
})

test('without anything to weigh by, or hardly any answers, nothing is weighed', () => {
  expect(weighSurvey([])).toBeUndefined()
  expect(
    weighSurvey([
      {
        of: 'age',
        levels: [
          { label: 'a', people: 1 },
          { label: 'b', people: 1 },
        ],
        levelOf: [0, 1, 0],
      },
    ]),
  ).toBeUndefined()
})
