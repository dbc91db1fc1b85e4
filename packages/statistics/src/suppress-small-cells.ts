export type Count = { readonly row: string; readonly column: string; readonly count: number }
export type SuppressionReason = 'small' | 'unanimous' | 'protects-another'
export type TreatedCount<Key> = Key & ({ readonly shown: true; readonly count: number } | { readonly shown: false; readonly reason: SuppressionReason })
export type SuppressionOptions = {
  /** Counts under this are never shown. */
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
export function suppressSmallCells(_counts: readonly Count[], _options: SuppressionOptions = {}): SuppressedTable { throw new Error('Not built yet') }
