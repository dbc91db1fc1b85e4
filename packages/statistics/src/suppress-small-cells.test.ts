import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Count, type SuppressedTable, suppressSmallCells } from './suppress-small-cells.ts'

/** A table written as rows of counts; columns are numbered. */
function table(rows: Readonly<Record<string, readonly number[]>>): Count[] {
  return Object.entries(rows).flatMap(([row, counts]) => counts.map((count, column) => ({ row, column: `${column}`, count })))
}

/** The table as it would be printed, row by row, with its total last. */
function printed({ cells, rowTotals }: SuppressedTable): Record<string, (number | string)[]> {
  return Object.fromEntries(
    rowTotals.map((total) => [total.row, [...cells.filter(({ row }) => row === total.row), total].map((count) => (count.shown ? count.count : count.reason))]),
  )
}

describe('a table with small cells', () => {
  test('is shown whole when nothing in it is small', () => {
    const { cells, total } = suppressSmallCells(table({ staff: [700, 300], residents: [260, 140] }))
    expect(cells.every(({ shown }) => shown)).toBe(true)
    expect(total).toEqual({ shown: true, count: 1400 })
  })

  test('hides a count under five and, so that it does not follow by subtraction, three more', () => {
    expect(printed(suppressSmallCells(table({ staff: [700, 300], workshop: [26, 4], residents: [260, 140] })))).toEqual({
      staff: [700, 300, 1000],
      workshop: ['protects-another', 'small', 30],
      residents: ['protects-another', 'protects-another', 400],
    })
  })

  test('shows five and hides four', () => {
    const [five, four] = suppressSmallCells(table({ a: [5, 4, 90], b: [50, 60, 70] })).cells
    expect([five?.shown, four?.shown]).toEqual([expect.any(Boolean), false])
    expect(suppressSmallCells(table({ a: [5, 95], b: [50, 60] })).cells.every(({ shown }) => shown)).toBe(true)
  })

  test('has a threshold of ten for children', () => {
    const counts = table({ children: [52, 8], staff: [500, 500], residents: [260, 140] })
    expect(suppressSmallCells(counts).cells[1]?.shown).toBe(true)
    expect(suppressSmallCells(counts, { rowThresholds: { children: 10 } }).cells[1]).toMatchObject({ shown: false, reason: 'small' })
  })

  test('hides that none answered so', () => expect(suppressSmallCells(table({ staff: [700, 300], residents: [400, 0] })).cells[3]).toMatchObject({ shown: false, reason: 'small' }))

  test('hides that every one of 21 answered so', () => {
    expect(suppressSmallCells(table({ elected: [21, 0], staff: [700, 300] })).cells[0]).toMatchObject({ shown: false, reason: 'unanimous' })
  })

  test('hides that all of ninety children answered so, but not that all of ninety grown-ups did, where nothing else hides it', () => {
    const counts = (group: string) => table({ [group]: [90, 0], staff: [700, 300] })
    expect(suppressSmallCells(counts('children'), { rowThresholds: { children: 10 } }).cells[0]).toMatchObject({ reason: 'unanimous' })
    expect(suppressSmallCells(counts('residents')).cells[0]).toMatchObject({ reason: 'protects-another' })
  })

  test('hides nothing in a group where nobody answered', () => {
    expect(printed(suppressSmallCells(table({ staff: [700, 300], residents: [260, 140], workshop: [0, 0] })))).toMatchObject({ workshop: [0, 0, 0] })
  })

  test('hides totals too when there is no other row to hide behind', () => {
    const { cells, rowTotals, columnTotals } = suppressSmallCells(table({ workshop: [26, 4] }))
    expect(cells.some(({ shown }) => shown)).toBe(false)
    expect(rowTotals.length + columnTotals.length).toBe(3)
    expect(columnTotals[1]?.shown).toBe(false)
  })

  test('hides the total of a group of three', () =>
    expect(suppressSmallCells(table({ staff: [700, 300], interviewed: [2, 1] })).rowTotals[1]).toMatchObject({ shown: false, reason: 'small' }))

  test('keeps totals as long as cells will do', () => {
    const { rowTotals, columnTotals, total } = suppressSmallCells(table({ a: [3, 40, 50], b: [60, 70, 80], c: [10, 20, 30] }))
    expect([...rowTotals, ...columnTotals, total].every(({ shown }) => shown)).toBe(true)
  })

  test('may lack cells: themes that a group was never asked about', () => {
    const counts = table({ staff: [700, 300], workshop: [26, 4], residents: [260, 140] }).filter(({ row, column }) => !(row === 'residents' && column === '0'))
    expect(suppressSmallCells(counts).cells).toHaveLength(5)
  })

  test('of nothing is nothing', () => expect(suppressSmallCells([])).toEqual({ cells: [], rowTotals: [], columnTotals: [], total: { shown: true, count: 0 } }))

  test('is answered in the order it was asked', () => {
    const counts = table({ z: [700, 300], a: [26, 4], m: [260, 140] })
    expect(suppressSmallCells(counts).cells.map(({ row, column }) => [row, column])).toEqual(counts.map(({ row, column }) => [row, column]))
  })

  test('is refused with a count that is none, a cell given twice or a threshold under 1', () => {
    for (const count of [-1, 1.5, Number.NaN]) expect(() => suppressSmallCells([{ row: 'a', column: 'b', count }])).toThrow(RangeError)
    expect(() => suppressSmallCells([...table({ a: [9] }), ...table({ a: [9] })])).toThrow('twice')
    expect(() => suppressSmallCells(table({ a: [9] }), { threshold: 0 })).toThrow(RangeError)
  })

  test('does not stumble on rows that are named as properties of every object', () => {
    expect(suppressSmallCells(table({ constructor: [3, 60], toString: [50, 60] })).cells[0]).toMatchObject({ shown: false })
  })
})

describe('whatever the table', () => {
  const counts = fc.oneof(fc.nat(6), fc.nat(60))
  const tables = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, columns]) => fc.array(fc.array(counts, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }))
  const named = (rows: readonly (readonly number[])[]) => table(Object.fromEntries(rows.map((row, index) => [`group ${index}`, row])))

  test('no hidden count can be computed from what is shown', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        expect(computable(rows, suppressSmallCells(named(rows)))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('nor in a larger table, by all subtractions together', () => {
    const large = fc.array(fc.array(fc.oneof(fc.nat(8), fc.nat(300)), { minLength: 6, maxLength: 6 }), { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(large, (rows) => {
        expect(solvable(rows, suppressSmallCells(named(rows)))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('no count under the threshold is shown, but for groups where nobody answered', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const { cells, rowTotals } = suppressSmallCells(named(rows))
        for (const cell of cells) {
          const total = rowTotals.find(({ row }) => row === cell.row)
          if (cell.shown && cell.count < 5) expect(total).toMatchObject({ shown: true, count: 0 })
        }
      }),
    )
  })

  test('a higher threshold shows no small count that a lower one hid', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const hiddenSmall = (threshold: number) => suppressSmallCells(named(rows), { threshold }).cells.filter((cell) => !cell.shown && cell.reason === 'small').length
        expect(hiddenSmall(10)).toBeGreaterThanOrEqual(hiddenSmall(5))
      }),
    )
  })

  test('the same cells are hidden in whatever order it is printed', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const hidden = (of: readonly Count[]) => new Set(suppressSmallCells(of).cells.flatMap((cell) => (cell.shown ? [] : [`${cell.row}, ${cell.column}`])))
        expect(hidden(named(rows).toReversed())).toEqual(hidden(named(rows)))
      }),
    )
  })
})

/**
 * The hidden cells that only one table agrees with, by trying. The constraints of a table with totals are totally
 * unimodular: if a hidden count can be another at all, it can be so in a table where none differs by more than 1.
 */
function computable(rows: readonly (readonly number[])[], treated: SuppressedTable): string[] {
  const width = rows[0]?.length ?? 0
  const flat = rows.flat()
  const freed = new Set<string>()
  const change = new Array<number>(flat.length).fill(0)
  const sum = (of: (index: number) => boolean) => change.reduce((total, by, index) => total + (of(index) ? by : 0), 0)
  const totals = [
    ...treated.rowTotals.map((total, row) => ({ ...total, name: `row ${row}`, of: (index: number) => Math.floor(index / width) === row })),
    ...treated.columnTotals.map((total, column) => ({ ...total, name: `column ${column}`, of: (index: number) => index % width === column })),
    { ...treated.total, name: 'all', of: () => true },
  ]
  const tryFrom = (index: number): void => {
    if (index === flat.length) {
      if (totals.some((total) => total.shown && sum(total.of) !== 0)) return
      for (const [cell, by] of change.entries()) if (by !== 0) freed.add(`cell ${cell}`)
      for (const total of totals) if (sum(total.of) !== 0) freed.add(total.name)
      return
    }
    for (const by of treated.cells[index]?.shown ? [0] : [0, 1, -1]) {
      if ((flat[index] ?? 0) + by < 0) continue
      change[index] = by
      tryFrom(index + 1)
    }
    change[index] = 0
  }
  tryFrom(0)
  const hidden = [...treated.cells.flatMap((cell, index) => (cell.shown ? [] : [`cell ${index}`])), ...totals.flatMap((total) => (total.shown ? [] : [total.name]))]
  return hidden.filter((name) => !freed.has(name))
}

/** The hidden counts that the equations of the table determine, by Gauss–Jordan elimination over all hidden counts. */
function solvable(rows: readonly (readonly number[])[], treated: SuppressedTable): number[] {
  const [height, width] = [rows.length, rows[0]?.length ?? 0]
  const everything = [...treated.cells, ...treated.rowTotals, ...treated.columnTotals, treated.total]
  const equations: number[][] = []
  const equation = (plus: (index: number) => boolean, minus: number) => equations.push(everything.map((one, index) => (one.shown ? 0 : index === minus ? -1 : plus(index) ? 1 : 0)))
  const cells = height * width
  for (let row = 0; row < height; row++) equation((index) => index < cells && Math.floor(index / width) === row, cells + row)
  for (let column = 0; column < width; column++) equation((index) => index < cells && index % width === column, cells + height + column)
  equation((index) => index >= cells && index < cells + height, everything.length - 1)
  equation((index) => index >= cells + height && index < everything.length - 1, everything.length - 1)
  let solved = 0
  for (let unknown = 0; unknown < everything.length; unknown++) {
    const pivot = equations.findIndex((one, index) => index >= solved && Math.abs(one[unknown] ?? 0) > 1e-9)
    if (pivot < 0) continue
    const [chosen] = equations.splice(pivot, 1)
    if (!chosen) continue
    const unit = chosen.map((value) => value / (chosen[unknown] ?? 1))
    equations.splice(solved, 0, unit)
    equations.forEach((one, index) => {
      const factor = one[unknown] ?? 0
      if (index !== solved && factor !== 0) equations[index] = one.map((value, place) => value - factor * (unit[place] ?? 0))
    })
    solved++
  }
  return equations.flatMap((one) => {
    const left = one.flatMap((value, index) => (Math.abs(value) > 1e-9 ? [index] : []))
    return left.length === 1 ? left : []
  })
}
