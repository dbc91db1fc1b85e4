import { type Arc, protect } from './suppression-network.ts'

export type Count = { readonly row: string; readonly column: string; readonly count: number }

/** For whoever answers for the figures. Never published: that a cell is `small` tells nearly what it holds. */
export type SuppressionReason = 'small' | 'unanimous' | 'protects-another'

export type TreatedCount<Key> = Key & ({ readonly shown: true; readonly count: number } | { readonly shown: false; readonly reason: SuppressionReason })

export type SuppressionOptions = {
  /** Counts under this are never shown: 5. */
  readonly threshold?: number
  /** Rows (groups) with a threshold of their own, such as children: 10. */
  readonly rowThresholds?: Readonly<Record<string, number>>
}

export type SuppressedTable = {
  /** In the order given. */
  readonly cells: readonly TreatedCount<{ readonly row: string; readonly column: string }>[]
  readonly rowTotals: readonly TreatedCount<{ readonly row: string }>[]
  readonly columnTotals: readonly TreatedCount<{ readonly column: string }>[]
  readonly total: TreatedCount<object>
}

/**
 * Which counts of a table may be shown: rows are groups, columns are answers (or themes) that exclude each other, and
 * the totals are to be published beside them.
 *
 * Method. Primary: a count under its row's threshold is suppressed, also 0, for that nobody answered so is as telling;
 * so are totals under it, and both sides of a unanimous answer in a row of fewer than ten thresholds (50), where people
 * know one another. Nothing is suppressed in a row where nobody answered. Secondary: cells are added, smallest first
 * and totals only when no cell will do, until no suppressed count can be computed exactly from what is shown, by
 * subtraction over any number of rows and columns and knowing that counts are not negative. (A count is free when it
 * lies on a cycle of the table's network; Willenborg & de Waal, Elements of Statistical Disclosure Control, 2001.)
 *
 * It guards one table against exact disclosure. How narrow the remaining span is, it does not promise; tables that
 * share counts (the same answers by age and by place, or an earlier report) must be treated as one. The order of the
 * rows and columns changes nothing, so the same table printed twice hides the same cells.
 * Throws RangeError on a count that is not a whole number from 0, on a cell given twice, and on a threshold under 1.
 *
 * @example
 * const { cells, rowTotals } = suppressSmallCells([
 *   { row: 'staff', column: 'for', count: 720 }, { row: 'staff', column: 'against', count: 280 },
 *   { row: 'workshop', column: 'for', count: 28 }, { row: 'workshop', column: 'against', count: 2 },
 *   { row: 'residents', column: 'for', count: 260 }, { row: 'residents', column: 'against', count: 140 },
 * ])
 * cells.map((cell) => (cell.shown ? cell.count : cell.reason)) // => [720, 280, 'protects-another', 'small', 'protects-another', 'protects-another']
 * rowTotals[1] // => { row: 'workshop', shown: true, count: 30 }
 */
export function suppressSmallCells(counts: readonly Count[], { threshold = 5, rowThresholds = {} }: SuppressionOptions = {}): SuppressedTable {
  check(counts, [threshold, ...Object.values(rowThresholds)])
  const ofRow = (row: string) => (Object.hasOwn(rowThresholds, row) ? rowThresholds[row] : undefined) ?? threshold
  const table = tableOf(counts.toSorted((one, other) => byText(one.row, other.row) || byText(one.column, other.column)))
  hideSmall(table, ofRow, threshold)
  hideUnanimous(table, ofRow)
  protect([...table.cells.values(), ...table.rowTotals.values(), ...table.columnTotals.values(), table.total], 'protects-another')
  const rows = [...new Set(counts.map(({ row }) => row))]
  const columns = [...new Set(counts.map(({ column }) => column))]
  return {
    cells: counts.map(({ row, column }) => treated({ row, column }, table.cells.get(key(row, column)))),
    rowTotals: rows.map((row) => treated({ row }, table.rowTotals.get(row))),
    columnTotals: columns.map((column) => treated({ column }, table.columnTotals.get(column))),
    total: treated({}, table.total),
  }
}

function check(counts: readonly Count[], thresholds: readonly number[]): void {
  const bad = counts.find(({ count }) => !(Number.isSafeInteger(count) && count >= 0))
  if (bad) throw new RangeError(`A count is a whole number from 0: ${bad.row}, ${bad.column}: ${bad.count}`)
  if (new Set(counts.map(({ row, column }) => key(row, column))).size < counts.length) throw new RangeError('A cell is given twice')
  if (!thresholds.every((threshold) => threshold >= 1)) throw new RangeError(`A threshold is at least 1: ${thresholds.join(', ')}`)
}

type Hidable = Arc<SuppressionReason>
type Table = {
  readonly cells: ReadonlyMap<string, Hidable & { readonly row: string }>
  readonly rowTotals: ReadonlyMap<string, Hidable>
  readonly columnTotals: ReadonlyMap<string, Hidable>
  readonly total: Hidable
}

/** The table as a network in which what flows into a node flows out of it: each row and column with its total, and the totals with theirs. */
function tableOf(counts: readonly Count[]): Table {
  const sum = (of: readonly Count[]) => of.reduce((total, { count }) => total + count, 0)
  const [allRows, allColumns] = ['rows', 'columns']
  const node = (kind: 'row' | 'column', name: string) => `${kind} ${name}`
  const cells = counts.map(({ row, column, count }) => ({ row, count, from: node('row', row), to: node('column', column), cost: 1 + Math.log1p(count), hidden: undefined, key: key(row, column) }))
  const rowTotals = [...Map.groupBy(counts, ({ row }) => row)].map(([row, of]) => [row, { count: sum(of), from: allColumns, to: node('row', row), cost: costOfTotal, hidden: undefined }] as const)
  const columnTotals = [...Map.groupBy(counts, ({ column }) => column)].map(([column, of]) => [column, { count: sum(of), from: node('column', column), to: allRows, cost: costOfTotal, hidden: undefined }] as const)
  return {
    cells: new Map(cells.map((cell) => [cell.key, cell])),
    rowTotals: new Map(rowTotals),
    columnTotals: new Map(columnTotals),
    total: { count: sum(counts), from: allRows, to: allColumns, cost: costOfTotal ** 2, hidden: undefined },
  }
}

// A total says more than any cell: it goes only when no cells will do.
const costOfTotal = 1e6

function hideSmall({ cells, rowTotals, columnTotals, total }: Table, thresholdOf: (row: string) => number, threshold: number): void {
  const hideUnder = (limit: number, count: Hidable) => {
    if (count.count < limit) count.hidden = 'small'
  }
  for (const cell of cells.values()) if (answered(rowTotals, cell.row)) hideUnder(thresholdOf(cell.row), cell)
  for (const [row, rowTotal] of rowTotals) if (answered(rowTotals, row)) hideUnder(thresholdOf(row), rowTotal)
  for (const columnTotal of columnTotals.values()) if (total.count > 0) hideUnder(threshold, columnTotal)
  if (total.count > 0) hideUnder(threshold, total)
}

function answered(rowTotals: Table['rowTotals'], row: string): boolean {
  return (rowTotals.get(row)?.count ?? 0) > 0
}

function hideUnanimous({ cells, rowTotals }: Table, thresholdOf: (row: string) => number): void {
  for (const [row, ofRow] of Map.groupBy(cells.values(), (cell) => cell.row)) {
    const all = rowTotals.get(row)?.count ?? 0
    if (ofRow.length < 2 || all === 0 || all >= knowOneAnother * thresholdOf(row)) continue
    for (const cell of ofRow) if (cell.count === all) cell.hidden ??= 'unanimous'
  }
}

// Ten thresholds: fifty people, a hundred children. "All of them" then says what each one that you know thinks.
const knowOneAnother = 10

function treated<Key>(which: Key, arc: Hidable | undefined): TreatedCount<Key> {
  if (!arc) throw new Error('A count that is not in its own table')
  return arc.hidden === undefined ? { ...which, shown: true, count: arc.count } : { ...which, shown: false, reason: arc.hidden }
}

function key(row: string, column: string): string {
  return JSON.stringify([row, column])
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
