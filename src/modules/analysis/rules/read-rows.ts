import { type StanceCount, type SupportEstimate, shrinkSupport, summariseTheme, type ThemeSummary } from '#statistics'

export type RowReading = ThemeSummary & { readonly theme: string; readonly groups: readonly SupportEstimate[] }

/**
 * How each theme is read from the columns that count as voices, every one weighing the same. What a heading gathers is said by its parts already, so
 * how far a group follows the others is learnt from the parts without it, and for headings from headings.
 */
export function readRows(
  voices: readonly { readonly id: string; readonly census: boolean }[],
  headings: ReadonlySet<string>,
  counted: readonly StanceCount[],
): Map<string, RowReading> {
  const known = new Set(voices.map(({ id }) => id))
  const counts = counted.filter(({ group }) => known.has(group))
  const census = voices.flatMap(({ id, census: isAsked }) => (isAsked ? [id] : []))
  const estimated = (isHeading: boolean) =>
    shrinkSupport(
      counts.filter(({ theme }) => headings.has(theme) === isHeading),
      { census },
    )
  const byTheme = Map.groupBy([...estimated(false), ...estimated(true)], ({ theme }) => theme)
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
