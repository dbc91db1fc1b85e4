import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Counted } from './count-stances.ts'
import { publicMatrix } from './public-matrix.ts'
import { whatItHangsOn } from './what-it-hangs-on.ts'

const group = (id: string, size: number | null, census = false) => ({ id, key: `key-${id}`, name: id, unit: 'persons' as const, census, threshold: 5, size, persons: 400 })
const theme = (id: string, parentId: string | null = null) => ({ id, slug: id, name: id, parentId, dimension: 'tema', depth: 0 })
const count = (of: string, about: string, asked: number, isFor: number, against: number): Counted => ({
  ...{
    group: of,
    theme: about,
    asked,
    mentioned: isFor + against,
    for: isFor,
    against,
    keep: isFor,
    leave: against,
    want: 0,
    persons: isFor + against,
    statements: isFor + against,
  },
})

describe('what a conclusion hangs on', () => {
  const groups = [group('residents', 9000), group('staff', 1000), group('elected', 21, true)]
  const wind = [count('residents', 'wind', 425, 400, 25), count('staff', 'wind', 300, 180, 20), count('elected', 'wind', 21, 5, 16)]
  const bus = [count('residents', 'bus', 425, 300, 10), count('staff', 'bus', 300, 200, 10), count('elected', 'bus', 21, 15, 5)]
  const themes = [theme('wind'), theme('bus')]
  const hanging = whatItHangsOn(groups, themes, [...wind, ...bus], publicMatrix(groups, themes, [...wind, ...bus]))

  test('wind power that 21 elected reject is olika syn; without them it is samsyn, and so it is when people are counted instead of groups', () => {
    // With Jeffreys' half on each side: residents 400.5 / 426 = 0.9401, staff 180.5 / 201 = 0.8980; the elected are a census, 5 / 21 = 0.2381.
    // By size (9000 · 0.9401 + 1000 · 0.8980 + 21 · 0.2381) / 10021 = 0.9344, and 99.8 % of the people are in groups surely for.
    expect(hanging[0]).toEqual({
      theme: 'wind',
      reading: 'split',
      without: [{ group: 'key-elected', reading: 'samsyn' }],
      bySize: { reading: 'samsyn', strength: 93 },
      isRobust: false,
    })
  })
  test('what is read the same in all of them is robust', () => {
    expect(hanging[1]).toMatchObject({ reading: 'samsyn', without: [], isRobust: true })
  })
  test('a group that is too small to show is never left out: what changed would tell what it said', () => {
    const few = [count('residents', 'wind', 425, 400, 25), count('staff', 'wind', 300, 180, 20), count('elected', 'wind', 21, 0, 4)]
    expect(whatItHangsOn(groups, [theme('wind')], few, publicMatrix(groups, [theme('wind')], few))[0]?.without).toEqual([])
  })
})

describe('what must change nothing', () => {
  const ids = ['a', 'b', 'c', 'd']
  const themeIds = ['h', 'h1', 'h2', 'x', 'y']
  const themes = themeIds.map((id) => theme(id, id.startsWith('h') && id !== 'h' ? 'h' : null))
  const groups = ids.map((id, at) => group(id, at === 0 ? 5000 : null, at === 3))
  const cell = fc.tuple(fc.nat(60), fc.nat(60))
  const drawn = fc
    .array(cell, { minLength: 20, maxLength: 20 })
    .map((cells) => ids.flatMap((of, i) => themeIds.map((about, j) => count(of, about, 130, ...(cells[i * 5 + j] as [number, number])))))
  const said = (order: typeof groups, book: typeof themes, counted: readonly Counted[]) => {
    const rows = publicMatrix(order, book, counted)
    const hanging = new Map(whatItHangsOn(order, book, counted, rows).map((each) => [each.theme, each]))
    return new Map(
      rows.map(({ cells, slug, reading, label, spread, strength, statements }) => {
        const { without = [], bySize, isRobust } = hanging.get(rows.find((row) => row.slug === slug)?.theme ?? '') ?? {}
        const byName = <Each extends { group: string }>(some: readonly Each[]) => some.toSorted((one, other) => (one.group < other.group ? -1 : 1))
        return [slug, { cells: byName(cells), reading, label, spread, strength, statements, without: byName(without), bySize, isRobust }]
      }),
    )
  }
  const sorted = (map: ReturnType<typeof said>) => [...map].sort(([one], [other]) => (one < other ? -1 : 1))

  test('the order of groups, themes and counts', () => {
    fc.assert(
      fc.property(drawn, fc.shuffledSubarray(groups, { minLength: 4 }), fc.shuffledSubarray(themes, { minLength: 5 }), (counted, order, book) => {
        expect(sorted(said(order, book, [...counted].reverse()))).toEqual(sorted(said(groups, themes, counted)))
      }),
      { seed: 1, numRuns: 40 },
    )
  })
  test('the order of two parts of a heading that are as small, of which one could be reckoned from the other', () => {
    const counted = ids.flatMap((of) =>
      themeIds.map((about) => count(of, about, 130, ...(({ h: [49, 28], h1: [5, 33], h2: [5, 33] }[of === 'c' ? about : ''] ?? [0, 0]) as [number, number]))),
    )
    const book = themes.toReversed()
    expect(sorted(said(groups, book, counted))).toEqual(sorted(said(groups, themes, counted)))
  })
  test('what groups and themes are called inside', () => {
    fc.assert(
      fc.property(drawn, (counted) => {
        const other = (id: string) => `z${String.fromCharCode(255 - id.charCodeAt(0))}-${id}`
        const renamed = counted.map((each) => ({ ...each, group: other(each.group), theme: other(each.theme) }))
        const [order, book] = [
          groups.map((each) => ({ ...each, id: other(each.id) })),
          themes.map((each) => ({ ...each, id: other(each.id), parentId: each.parentId && other(each.parentId) })),
        ]
        expect(sorted(said(order, book, renamed))).toEqual(sorted(said(groups, themes, counted)))
      }),
      { seed: 2, numRuns: 40 },
    )
  })
  test('a group that nobody has answered in: it is another column, and nothing else', () => {
    fc.assert(
      fc.property(drawn, (counted) => {
        const empty = group('empty', 700)
        const more = said([...groups, empty], themes, [...counted, ...themeIds.map((about) => count('empty', about, 0, 0, 0))])
        const without = new Map([...more].map(([slug, row]) => [slug, { ...row, cells: row.cells.filter((each) => each.group !== 'key-empty') }]))
        expect(sorted(without as never)).toEqual(sorted(said(groups, themes, counted)))
        for (const { cells } of more.values()) expect(cells.find((each) => each.group === 'key-empty')).toEqual({ group: 'key-empty', shown: false, because: 'not-asked' })
      }),
      { seed: 3, numRuns: 40 },
    )
  })
  test('a heading: the readings of its parts are what they are without it', () => {
    fc.assert(
      fc.property(drawn, (counted) => {
        const flat = themes.filter(({ id }) => id !== 'h')
        const readings = (book: typeof themes) =>
          publicMatrix(
            groups,
            book,
            counted.filter(({ theme: about }) => book.some(({ id }) => id === about)),
          ).flatMap(({ slug, reading, strength, spread }) => (slug === 'h' ? [] : [{ slug, reading, strength, spread }]))
        expect(readings(themes)).toEqual(readings(flat))
      }),
      { seed: 4, numRuns: 40 },
    )
  })
})
