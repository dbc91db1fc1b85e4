import { type StanceCount, type SupportEstimate, shrinkSupport, summariseTheme, type ThemeSummary } from '#statistics'

export type RowReading = ThemeSummary & { readonly theme: string; readonly groups: readonly SupportEstimate[] }

/**
 * How each theme is read from the columns that count as voices, every one weighing the same. What a heading gathers is said by its parts already, so
 * it never helps to tell how far a group follows the others: the parts are estimated without it.
 */
export function readRows(
  voices: readonly { readonly id: string; readonly census: boolean }[],
  headings: ReadonlySet<string>,
  counted: readonly StanceCount[],
): Map<string, RowReading> {
  const known = new Set(voices.map(({ id }) => id))
  const counts = counted.filter(({ group }) => known.has(group))
  const census = voices.flatMap(({ id, census: isAsked }) => (isAsked ? [id] : []))
  const estimates = shrinkSupport(
    counts.filter(({ theme }) => !headings.has(theme)),
    { census },
  )
  const ofHeadings = headings.size === 0 ? [] : shrinkSupport(counts, { census }).filter(({ theme }) => headings.has(theme))
  const byTheme = Map.groupBy([...estimates, ...ofHeadings], ({ theme }) => theme)
  return new Map(
    [...Map.groupBy(counts, ({ theme }) => theme)].map(([theme, ofTheme]) => {
      const groups = byTheme.get(theme) ?? []
      return [theme, { theme, ...summariseTheme(ofTheme, groups), groups }]
    }),
  )
}

/** The themes that have parts. */
export function headingsOf(themes: readonly { readonly id: string; readonly parentId: string | null }[]): Set<string> {
  const known = new Set(themes.map(({ id }) => id))
  return new Set(themes.flatMap(({ parentId }) => (parentId !== null && known.has(parentId) ? [parentId] : [])))
}
