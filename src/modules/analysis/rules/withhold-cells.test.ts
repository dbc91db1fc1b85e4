import { describe, expect, test } from 'vitest'
import { seededRandom } from '#statistics'
import { type ColumnOfCells, type CountOfCell, keyOf, shownCells } from './withhold-cells.ts'

const threshold = 5
const columns: ColumnOfCells[] = [
  { id: 'r', threshold },
  ...['16-24', '25-44', '45-64', '65', ''].map((part) => ({ id: `age ${part}`, threshold, whole: { id: 'r', of: 'age' } })),
  ...['Centrum', 'Byn', 'Dalen', ''].map((part) => ({ id: `place ${part}`, threshold, whole: { id: 'r', of: 'place' } })),
]
const themes = [
  { id: 'h', parentId: null },
  { id: 'h1', parentId: 'h' },
  { id: 'h2', parentId: 'h' },
  { id: 'h21', parentId: 'h2' },
  { id: 'x', parentId: null },
]
const under: Record<string, string[]> = { h: ['h', 'h1', 'h2', 'h21'], h1: ['h1'], h2: ['h2', 'h21'], h21: ['h21'], x: ['x'] }

/** People who each have an age, a place and the themes they speak of, counted in every column. */
function drawn(seed: number): CountOfCell[] {
  const random = seededRandom(seed)
  const pick = <One>(from: readonly One[]) => from[Math.floor(random() ** 2 * from.length)] as One
  const people = Array.from({ length: 8 + Math.floor(random() * 70) }, () => ({
    in: ['r', `age ${pick(['25-44', '45-64', '65', '', '16-24'])}`, `place ${pick(['Centrum', 'Byn', '', 'Dalen'])}`],
    says: themes.filter(() => random() < 0.25).map(({ id }) => id),
  }))
  return columns.flatMap(({ id: group }) => {
    const asked = people.filter((person) => person.in.includes(group))
    return themes.map(({ id: theme }) => {
      const mentioned = asked.filter(({ says }) => says.some((said) => under[theme]?.includes(said))).length
      return { group, theme, asked: asked.length, mentioned, persons: mentioned }
    })
  })
}

/** Every count that somebody gets by taking shown parts of a group from a shown whole, or a shown part of a heading from the heading. */
function reckoned(counted: readonly CountOfCell[], shown: ReadonlySet<string>): { what: string; count: number }[] {
  const of = (column: string, theme: string) => counted.find((count) => count.group === column && count.theme === theme)?.mentioned ?? 0
  const found: { what: string; count: number }[] = []
  for (const { id: theme } of themes) {
    if (!shown.has(keyOf('r', theme))) continue
    for (const by of ['age', 'place']) {
      const parts = columns.filter(({ id, whole }) => whole?.of === by && shown.has(keyOf(id, theme)))
      for (let subset = 0; subset < 2 ** parts.length; subset++) {
        const taken = parts.filter((_, at) => subset & (1 << at))
        const left = of('r', theme) - taken.reduce((sum, { id }) => sum + of(id, theme), 0)
        // What is left is of parts: when all are shown and taken, nothing is left to know of.
        const others = columns.filter(({ id, whole }) => whole?.of === by && !taken.some((part) => part.id === id) && (counted.find((count) => count.group === id)?.asked ?? 0) > 0)
        if (others.length > 0) found.push({ what: `r less ${taken.map(({ id }) => id).join(', ')} of ${theme}`, count: left })
      }
    }
  }
  for (const { id: column } of columns)
    for (const { id: heading } of themes)
      for (const part of (under[heading] ?? []).filter((theme) => theme !== heading))
        if (shown.has(keyOf(column, heading)) && shown.has(keyOf(column, part)) && of(column, heading) !== of(column, part))
          found.push({ what: `${heading} less ${part} in ${column}`, count: of(column, heading) - of(column, part) })
  return found
}

describe('attack 60: two shown figures subtracted from each other', () => {
  test('of 400 drawn surveys no shown cell is under five, and none that can be reckoned is', () => {
    let cells = 0
    for (let seed = 1; seed <= 400; seed++) {
      const counted = drawn(seed)
      const shown = shownCells(columns, themes, counted)
      cells += shown.size
      for (const { group, theme, mentioned } of counted)
        if (shown.has(keyOf(group, theme))) expect([seed, group, theme, mentioned >= threshold]).toEqual([seed, group, theme, true])
      expect([seed, reckoned(counted, shown).filter(({ count }) => count < threshold)]).toEqual([seed, []])
    }
    // It is no answer to show nothing.
    expect(cells).toBeGreaterThan(4000)
  })

  test('the attack does find what is reckoned when only small cells are taken away', () => {
    const counted = drawn(3)
    const naive = new Set(counted.filter(({ mentioned }) => mentioned >= threshold).map(({ group, theme }) => keyOf(group, theme)))
    expect(reckoned(counted, naive).some(({ count }) => count < threshold)).toBe(true)
  })
})

test('one small part takes the next smallest with it, so that neither can be reckoned', () => {
  const counts = [
    ['r', 40],
    ['age 16-24', 3],
    ['age 25-44', 9],
    ['age 45-64', 12],
    ['age 65', 16],
    ['age ', 0],
  ] as const
  const counted = counts.map(([group, persons]) => ({ group, theme: 'x', asked: group === 'age ' ? 0 : 50, mentioned: persons, persons }))
  const shown = shownCells(columns, [{ id: 'x', parentId: null }], counted)
  expect([...shown].sort()).toEqual(['age 45-64 x', 'age 65 x', 'r x'])
})
