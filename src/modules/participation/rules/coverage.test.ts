import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CoverageTable, coverageOf, largestGaps, likelihoodOf } from './coverage.ts'
import { channelFor } from './coverage-advice.ts'
import { type BackgroundCount, type BackgroundQuestion, leftOut, matchBackground } from './match-background.ts'
import { type PopulationCell, populationOf } from './population.ts'
import { readPopulationFile } from './population-file.ts'

const question = (background: 'place' | 'age' | 'gender', labels: Record<string, string>): BackgroundQuestion => ({
  ...{ id: background, key: background, kind: 'one', required: false, maxLines: 3, showIf: null, sectionHeading: null, background },
  form: { choices: Object.entries(labels).map(([key, label]) => ({ key, label, labelEnglish: null })) },
})
const questions = [
  question('place', { alby: 'Alby', torp: 'Torpshammar', annan: 'En annan kommun' }),
  question('age', { unga: 'Under 65 år', gamla: '65 år eller äldre', 'vill-ej-ange': 'Vill ej ange' }),
  question('gender', { kvinna: 'Kvinna', man: 'Man', annat: 'Annat' }),
]
const cells = readPopulationFile(
  'plats;ålder;kön;antal\nAlby;0-64;k;300\nAlby;0-64;m;300\nAlby;65+;k;100\nAlby;65+;m;100\nTorpshammar;0-64;k;60\nTorpshammar;0-64;m;40\nTorpshammar;65+;k;60\nTorpshammar;65+;m;40',
).cells
const said = (place: string | null, age: string | null, gender: string | null, count: number): BackgroundCount => ({ place, age, gender, count })
const counts = [
  said('alby', 'unga', 'kvinna', 70),
  said('alby', 'unga', 'man', 10),
  said('alby', 'gamla', 'kvinna', 10),
  said('torp', 'unga', 'kvinna', 9),
  said('torp', 'gamla', 'man', 1),
  said(null, null, null, 4),
  said('annan', 'vill-ej-ange', 'annat', 3),
]
const cover = (table: readonly PopulationCell[] = cells, given = counts, asked = questions) => {
  const population = populationOf(table)
  return coverageOf(matchBackground(asked, population).compared, population, given)
}
const rows = (tables: readonly CoverageTable[], of: CoverageTable['of']) =>
  tables.find((table) => table.of === of)?.rows.map(({ label, population, expected, answers }) => [label, population, expected, answers])

describe('answers against the population', () => {
  test('are what one reckons by hand: the part of the population times the answers that say where they belong', () => {
    expect(rows(cover(), 'sex')).toEqual([
      ['Man', 480, 48, 11],
      ['Kvinna', 520, 52, 89],
    ])
    expect(rows(cover(), 'age')).toEqual([
      ['Under 65 år', 700, 70, 89],
      ['65 år eller äldre', 300, 30, 11],
    ])
    expect(rows(cover(), 'place')).toEqual([
      ['Alby', 800, 80, 90],
      ['Torpshammar', 200, 20, 10],
    ])
    expect(rows(cover(), 'place-age')).toEqual([
      ['Alby 0–64', 600, 60, 80],
      ['Alby 65+', 200, 20, 10],
      ['Torpshammar 0–64', 100, 10, 9],
      ['Torpshammar 65+', 100, 10, 1],
    ])
  })
  test('tell apart no answer, would rather not say, and what the table has nobody of', () => {
    const match = matchBackground(questions, populationOf(cells))
    expect(leftOut(match, questions, counts)).toEqual([
      { of: 'place', unanswered: 4, undisclosed: 0, outside: 3 },
      { of: 'age', unanswered: 4, undisclosed: 3, outside: 0 },
      { of: 'gender', unanswered: 4, undisclosed: 0, outside: 3 },
    ])
  })
  test('show first what is missing most, never what can be chance', () => {
    expect(largestGaps(cover()).map(({ label }) => label)).toEqual(['Man', '65 år eller äldre', 'Alby 65+', 'Torpshammar', 'Torpshammar 65+'])
    expect(largestGaps(cover(cells, [said('alby', 'unga', 'kvinna', 2)]))).toEqual([])
  })
  test('are nothing when nobody has answered', () => {
    expect(cover(cells, []).flatMap(({ rows: all }) => all.map(({ expected, couldBeChance }) => [expected, couldBeChance]))).toContainEqual([0, true])
    expect(largestGaps(cover(cells, []))).toEqual([])
  })
})

describe('whether it could be chance', () => {
  test.each([
    [0, 5, 0.5, 2 / 32],
    [1, 5, 0.5, 12 / 32],
    [5, 5, 0.5, 2 / 32],
    [0, 10, 0.2, 2 * 0.8 ** 10],
    [2, 4, 0.5, 1],
  ])('%i of %i where the share is %d', (answers, all, share, expected) => expect(likelihoodOf(answers, all, share)).toBeCloseTo(expected, 10))
  test('is never outside 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.double({ min: 0, max: 1, noNaN: true }), (some, more, share) => {
        const likelihood = likelihoodOf(some, some + more, share)
        expect(likelihood).toBeGreaterThanOrEqual(0)
        expect(likelihood).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('nothing changes', () => {
  test('by the order of the rows or of the answers', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...cells], { minLength: cells.length }), fc.shuffledSubarray([...counts], { minLength: counts.length }), (table, given) => {
        expect(cover(table, given)).toEqual(cover())
      }),
    )
  })
  test('by an empty place that nobody has answered from', () => {
    const empty = cells.filter(({ place }) => place === 'Alby').map((cell) => ({ ...cell, place: 'Öde', count: 0 }))
    const asked = [question('place', { alby: 'Alby', torp: 'Torpshammar', ode: 'Öde', annan: 'En annan kommun' }), ...questions.slice(1)]
    expect(cover([...cells, ...empty], counts, asked)).toEqual(cover())
    expect(cover([...cells, ...empty])).toEqual(cover())
  })
})

describe('what can’t be compared', () => {
  const why = (table: string, asked = questions) => matchBackground(asked, populationOf(readPopulationFile(table).cells)).mismatches
  test('is said: ages that lie across an edge, that are missing or asked for twice', () => {
    expect(why('ålder;antal\n0-59;1\n60-69;1\n70+;1')).toContainEqual({ of: 'age', why: 'not-exact', table: '60–69', asked: '0–64' })
    expect(why('ålder;antal\n16-64;1\n65+;1')).toContainEqual({ of: 'age', why: 'ages-missing', asked: '0–64' })
    expect(why('ålder;antal\n0-64;1\n65+;1', [question('age', { a: '65+', b: '65 år eller äldre' })])).toContainEqual({ of: 'age', why: 'ages-overlap', asked: '65+' })
  })
  test('is said: places that the table or the question lacks', () => {
    expect(why('plats;antal\nAlby;3\nErikslund;5')).toEqual(
      expect.arrayContaining([
        { of: 'place', why: 'unknown-choices', names: ['Torpshammar', 'En annan kommun'] },
        { of: 'place', why: 'not-offered', names: ['Erikslund'] },
        { of: 'age', why: 'not-in-table' },
      ]),
    )
    expect(why('kön;antal\nk;3\nm;5', [])).toEqual([expect.objectContaining({ why: 'not-asked' }), expect.anything(), expect.anything()])
  })
})

test('the advice fits who is missing', () => {
  expect(channelFor({ span: { from: 65, to: null }, place: 'Alby' })).toBe('paper')
  expect(channelFor({ span: { from: 16, to: 24 }, place: null })).toBe('class')
  expect(channelFor({ span: { from: 25, to: 44 }, place: null })).toBe('workplaces')
  expect(channelFor({ span: null, place: 'Alby' })).toBe('poster')
  expect(channelFor({ span: null, place: null })).toBe('associations')
})
