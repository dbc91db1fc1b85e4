export type Kpi = { code: string; title: string; description: string; operatingArea: string; perspective: string; dividedByGender: boolean; publication: string | null }
export type Rejected = { readonly line: number; readonly reason: 'no-code' | 'no-title' | 'twice' }

/** Reads the rows of Kolada's catalogue of key figures: what can be used, and what can't with its line and reason. */
export function readKpiRows(rows: readonly Record<string, string>[]): { kpis: Kpi[]; rejected: Rejected[] } {
  const seen = new Set<string>()
  const [kpis, rejected]: [Kpi[], Rejected[]] = [[], []]
  for (const [index, row] of rows.entries()) {
    const [code, title] = [(row.id ?? '').trim(), (row.title ?? '').trim()]
    const reason = !/^[A-Z]\d{5}$/.test(code) ? 'no-code' : title === '' ? 'no-title' : seen.has(code) ? 'twice' : undefined
    // The first line of a file is its heading.
    if (reason) {
      rejected.push({ line: index + 2, reason })
      continue
    }
    seen.add(code)
    kpis.push({
      code,
      title,
      description: (row.description ?? '').trim(),
      operatingArea: (row.operating_area ?? '').trim(),
      perspective: (row.perspective ?? '').trim(),
      dividedByGender: /^(1|true|yes|ja)$/i.test((row.is_divided_by_gender ?? '').trim()),
      publication: (row.publication_date ?? '').trim() || null,
    })
  }
  return { kpis, rejected }
}
