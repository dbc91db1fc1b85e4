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
 * subtraction over any number of rows and columns and knowing that counts are not negative. (Gusfield,
 * A graph theoretic approach to statistical data security, SIAM J. Comput. 17, 1988.)
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
  protect([...table.cells.map(({ arc }) => arc), ...table.rowTotals.values(), ...table.columnTotals.values(), table.total], 'protects-another')
  const cells = new Map(table.cells.map((cell) => [key(cell), cell.arc]))
  const rows = [...new Set(counts.map(({ row }) => row))]
  const columns = [...new Set(counts.map(({ column }) => column))]
  return {
    cells: counts.map(({ row, column }) => treated({ row, column }, cells.get(key({ row, column })))),
    rowTotals: rows.map((row) => treated({ row }, table.rowTotals.get(row))),
    columnTotals: columns.map((column) => treated({ column }, table.columnTotals.get(column))),
    total: treated({}, table.total),
  }
}

function check(counts: readonly Count[], thresholds: readonly number[]): void {
  const bad = counts.find(({ count }) => !(Number.isSafeInteger(count) && count >= 0))
  if (bad) throw new RangeError(`A count is a whole number from 0: ${bad.row}, ${bad.column}: ${bad.count}`)
  if (new Set(counts.map(key)).size < counts.length) throw new RangeError('A cell is given twice')
  if (!thresholds.every((threshold) => threshold >= 1)) throw new RangeError(`A threshold is at least 1: ${thresholds.join(', ')}`)
}

type Hidable = Arc<SuppressionReason>
type Cell = { readonly row: string; readonly column: string; readonly arc: Hidable }
type Table = {
  readonly cells: readonly Cell[]
  readonly rowTotals: ReadonlyMap<string, Hidable>
  readonly columnTotals: ReadonlyMap<string, Hidable>
  readonly total: Hidable
}

/** The table as a network: each row and each column flows into its total, and the totals into theirs. */
function tableOf(counts: readonly Count[]): Table {
  const arc = (from: string, to: string, of: readonly Count[], cost: (count: number) => number): Hidable => {
    const count = of.reduce((sum, one) => sum + one.count, 0)
    return { from, to, count, cost: cost(count), hidden: undefined }
  }
  return {
    cells: counts.map((one) => ({ row: one.row, column: one.column, arc: arc(`row ${one.row}`, `column ${one.column}`, [one], costOfCell) })),
    rowTotals: new Map([...Map.groupBy(counts, ({ row }) => row)].map(([row, of]) => [row, arc('columns', `row ${row}`, of, costOfTotal)])),
    columnTotals: new Map([...Map.groupBy(counts, ({ column }) => column)].map(([column, of]) => [column, arc(`column ${column}`, 'rows', of, costOfTotal)])),
    total: arc('rows', 'columns', counts, costOfAll),
  }
}

// A large count says more than a small one, but two hidden cells are worse than one. A total goes only when no cells
// will do, and the total of all only when no other total will.
const costOfCell = (count: number) => 1 + Math.log1p(count)
const costOfTotal = () => 1e6
const costOfAll = () => 1e12

function hideSmall({ cells, rowTotals, columnTotals, total }: Table, thresholdOf: (row: string) => number, threshold: number): void {
  const answered = (row: string) => (rowTotals.get(row)?.count ?? 0) > 0
  const hideUnder = (limit: number, arc: Hidable) => {
    if (arc.count < limit) arc.hidden = 'small'
  }
  for (const { row, arc } of cells) if (answered(row)) hideUnder(thresholdOf(row), arc)
  for (const [row, arc] of rowTotals) if (answered(row)) hideUnder(thresholdOf(row), arc)
  if (total.count === 0) return
  for (const arc of [...columnTotals.values(), total]) hideUnder(threshold, arc)
}

function hideUnanimous({ cells, rowTotals }: Table, thresholdOf: (row: string) => number): void {
  for (const [row, ofRow] of Map.groupBy(cells, (cell) => cell.row)) {
    const all = rowTotals.get(row)?.count ?? 0
    if (ofRow.length < 2 || all === 0 || all >= knowOneAnother * thresholdOf(row)) continue
    for (const { arc } of ofRow) if (arc.count === all) arc.hidden ??= 'unanimous'
  }
}

// Ten thresholds: fifty people, a hundred children. "All of them" then says what each one that you know thinks.
const knowOneAnother = 10

function treated<Key>(which: Key, arc: Hidable | undefined): TreatedCount<Key> {
  if (!arc) throw new Error('A count that is not in its own table')
  return arc.hidden === undefined ? { ...which, shown: true, count: arc.count } : { ...which, shown: false, reason: arc.hidden }
}

function key({ row, column }: { readonly row: string; readonly column: string }): string {
  return JSON.stringify([row, column])
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
