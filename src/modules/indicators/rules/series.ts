export type MeasurementRow = {
  readonly id: string
  readonly definitionId: string
  readonly period: string
  readonly cell: string
  readonly revision: number
  readonly value: number | undefined
  readonly absence: string | null
  readonly preliminary: boolean
  readonly margin: number | undefined
  readonly count: number | null
  readonly source: string
  readonly provenance: 'recorded' | 'sourced' | 'invented'
  readonly reason: string | null
  readonly reportedAt: string
}

/** The measurements that hold: the highest revision of each period of one cell, in the order of time. */
export function currentSeries(rows: readonly MeasurementRow[], cell = ''): MeasurementRow[] {
  const highest = new Map<string, MeasurementRow>()
  for (const row of rows) if (row.cell === cell && row.revision > (highest.get(row.period)?.revision ?? 0)) highest.set(row.period, row)
  return [...highest.values()].sort((a, b) => (a.period < b.period ? -1 : 1))
}

/** The latest measurement that has a value. A period without one is no zero and is passed over. */
export function latestValue(series: readonly MeasurementRow[]): (MeasurementRow & { readonly value: number }) | undefined {
  return series.findLast((row): row is MeasurementRow & { readonly value: number } => row.value !== undefined)
}
