import { describe, expect, test } from 'vitest'
import { type Coding, countStances, type Unit } from './count-stances.ts'
import { publicMatrix } from './public-matrix.ts'

const residents = { id: 'r', key: 'invanare', name: 'Invånare', unit: 'persons', census: false, threshold: 5 } as const
const elected = { id: 'e', key: 'fortroendevalda', name: 'Förtroendevalda', unit: 'persons', census: true, threshold: 5 } as const
const wind = { id: 'w', slug: 'vindkraft', name: 'Vindkraft', parentId: null, dimension: 'tema', depth: 0 }

/** So many answers of a group, each with one statement on wind power, of a stance. */
function voices(group: string, stance: Coding['stance'], count: number): { units: Unit[]; codings: Coding[] } {
  const ids = Array.from({ length: count }, (_, index) => `${group}-${stance}-${index}`)
  return { units: ids.map((id) => ({ statementId: id, responseId: id, persons: 1, columns: [group] })), codings: ids.map((id) => ({ statementId: id, themeId: 'w', stance })) }
}

function matrixOf(...all: ReturnType<typeof voices>[]) {
  const counted = countStances(
    ['r', 'e'],
    [wind],
    all.flatMap(({ units }) => units),
    all.flatMap(({ codings }) => codings),
  )
  return { counted, row: publicMatrix([residents, elected], [wind], counted)[0] }
}

test('where the pooled share says ninety percent and the 21 elected reject it, the reading is olika syn', () => {
  const { counted, row } = matrixOf(voices('r', 'want', 400), voices('r', 'leave', 25), voices('e', 'leave', 16), voices('e', 'want', 5))
  const pooled = counted.reduce((sum, count) => sum + count.for, 0) / counted.reduce((sum, count) => sum + count.for + count.against, 0)
  expect(pooled).toBeGreaterThan(0.9)
  expect(row?.reading).toBe('split')
})

test('where every group is for, the reading is samsyn', () => {
  expect(matrixOf(voices('r', 'keep', 200), voices('r', 'leave', 8), voices('e', 'want', 19), voices('e', 'leave', 2)).row?.reading).toBe('samsyn')
})

describe('counting', () => {
  test('an answer that comes back to a theme counts once, and one that says both takes no stand', () => {
    const units = ['a', 'b', 'c'].map((statementId) => ({ statementId, responseId: 'one', persons: 1, columns: ['r'] }))
    const codings = [
      { statementId: 'a', themeId: 'w', stance: 'want' as const },
      { statementId: 'b', themeId: 'w', stance: 'keep' as const },
    ]
    expect(countStances(['r'], [wind], units, codings)[0]).toMatchObject({ asked: 1, mentioned: 1, for: 1, against: 0, statements: 2 })
    expect(countStances(['r'], [wind], units, [...codings, { statementId: 'c', themeId: 'w', stance: 'leave' as const }])[0]).toMatchObject({ mentioned: 1, for: 0, against: 0 })
  })
  test('not mentioning is never being against', () => {
    const { counted } = matrixOf(voices('r', 'want', 10), voices('e', null, 3))
    expect(counted.find(({ group }) => group === 'e')).toMatchObject({ asked: 3, mentioned: 3, for: 0, against: 0 })
  })
  test('a heading counts its parts: an answer to two of them once, and a statement once', () => {
    const themes = [
      { id: 'energi', parentId: null },
      { id: 'w', parentId: 'energi' },
      { id: 'sol', parentId: 'energi' },
    ]
    const units = ['a', 'b', 'c'].map((statementId) => ({ statementId, responseId: statementId === 'c' ? 'two' : 'one', persons: 1, columns: ['r', 'r 16-24'] }))
    const codings = [
      { statementId: 'a', themeId: 'w', stance: 'want' as const },
      { statementId: 'a', themeId: 'sol', stance: 'want' as const },
      { statementId: 'b', themeId: 'sol', stance: null },
      { statementId: 'c', themeId: 'energi', stance: 'leave' as const },
      { statementId: 'of another process', themeId: 'energi', stance: 'leave' as const },
    ]
    const counted = countStances(['r', 'r 16-24'], themes, units, codings)
    expect(counted.filter(({ group }) => group === 'r')).toMatchObject([
      { theme: 'energi', asked: 2, mentioned: 2, for: 1, against: 1, statements: 3 },
      { theme: 'w', mentioned: 1, for: 1, statements: 1 },
      { theme: 'sol', mentioned: 1, for: 1, statements: 2 },
    ])
    expect(counted.filter(({ group }) => group === 'r 16-24').map(({ group: _, ...count }) => count)).toEqual(
      counted.filter(({ group }) => group === 'r').map(({ group: _, ...count }) => count),
    )
  })
})

describe('small numbers', () => {
  test('fewer than five persons are never shown, and silence is said as silence', () => {
    const { row } = matrixOf(voices('r', 'want', 200), voices('e', 'leave', 4))
    expect(row?.cells[1]).toEqual({ group: 'fortroendevalda', shown: false, because: 'too-few' })
    expect(matrixOf(voices('r', 'want', 200)).row?.cells[1]).toMatchObject({ shown: false, because: 'not-asked' })
  })
  test('the elected are shown in bands', () => {
    const { row } = matrixOf(voices('r', 'want', 200), voices('r', 'leave', 20), voices('e', 'leave', 16), voices('e', 'want', 5))
    expect(row?.cells[1]).toMatchObject({ shown: true, support: { kind: 'band', band: 'minority' } })
  })
  test('where under five stand on one side, a band is said instead of a share that could be counted back', () => {
    const { row } = matrixOf(voices('r', 'want', 100), voices('r', 'leave', 3))
    expect(row?.cells[0]).toMatchObject({ shown: true, support: { kind: 'band', band: 'nearly-all' } })
  })
  test('a small group that all says the same is not shown', () => {
    const { row } = matrixOf(voices('r', 'want', 200), voices('e', 'want', 7))
    expect(row?.cells[1]).toMatchObject({ shown: false, because: 'too-few' })
  })
})
