export type ColumnOfCells = {
  readonly id: string
  readonly threshold: number /** The group that it is a part of, by what. */
  readonly whole?: { readonly id: string; readonly of: string }
}
export type CountOfCell = { readonly group: string; readonly theme: string; readonly asked: number; readonly mentioned: number; readonly persons: number }

/**
 * The cells of which something may be said, as `column theme`. A cell goes when fewer persons than the column's threshold speak in it, or when all of a small
 * column do; when it could be reckoned from the whole by taking away the parts that are shown; and when what a heading has beside it would be
 * that few. What is left between a whole and its shown parts is always at least two parts and at least the threshold.
 */
export function shownCells(
  columns: readonly ColumnOfCells[],
  themes: readonly { readonly id: string; readonly parentId: string | null }[],
  counted: readonly CountOfCell[],
): Set<string> {
  const counts = new Map(counted.map((count) => [keyOf(count.group, count.theme), count]))
  const personsAt = (key: string) => counts.get(key)?.persons ?? 0
  const personsIn = (column: string, theme: string) => personsAt(keyOf(column, theme))
  const shown = new Set<string>()
  for (const { id: column, threshold } of columns)
    for (const { id: theme } of themes) {
      const count = counts.get(keyOf(column, theme))
      // Everybody in a small group saying the same is known of each of them.
      const isUnanimous = count && count.mentioned === count.asked && count.persons < 2 * threshold
      if (count && count.persons >= threshold && !isUnanimous) shown.add(keyOf(column, theme))
    }
  const partitions = [...Map.groupBy(columns, ({ whole }) => (whole ? keyOf(whole.id, whole.of) : ''))].flatMap(([key, parts]) => (key === '' ? [] : [parts]))
  const under = Map.groupBy(themes, ({ parentId }) => parentId)
  for (let before = -1; before !== shown.size; ) {
    before = shown.size
    for (const parts of partitions) for (const { id } of themes) guardWhole(parts, id)
    for (const column of columns) for (const { id } of themes) guardHeading(column, id)
  }
  return shown

  function guardWhole(parts: readonly ColumnOfCells[], theme: string): void {
    const [first] = parts
    if (!first?.whole) return
    if (!shown.has(keyOf(first.whole.id, theme))) {
      for (const { id } of parts) shown.delete(keyOf(id, theme))
      return
    }
    const asked = parts.filter(({ id }) => (counts.get(keyOf(id, theme))?.asked ?? 0) > 0)
    for (;;) {
      const hidden = asked.filter(({ id }) => !shown.has(keyOf(id, theme)))
      if (hidden.length === 0) return
      const left = hidden.reduce((sum, { id }) => sum + personsIn(id, theme), 0)
      if (hidden.length > 1 && left >= first.threshold) return
      const next = smallest(asked.map(({ id }) => keyOf(id, theme)))
      if (next.length === 0) return
      for (const key of next) shown.delete(key)
    }
  }

  function guardHeading({ id: column, threshold }: ColumnOfCells, heading: string): void {
    if (!shown.has(keyOf(column, heading))) return
    const all = personsIn(column, heading)
    const tells = (count: number) => all - count > 0 && all - count < threshold
    for (const part of partsOf(heading)) if (tells(personsIn(column, part))) shown.delete(keyOf(column, part))
    for (;;) {
      const parts = (under.get(heading) ?? []).map(({ id }) => keyOf(column, id)).filter((key) => shown.has(key))
      if (parts.length === 0 || !tells(parts.reduce((sum, key) => sum + personsAt(key), 0))) return
      for (const key of smallest(parts)) shown.delete(key)
    }
  }

  function partsOf(heading: string): string[] {
    return (under.get(heading) ?? []).flatMap(({ id }) => [id, ...partsOf(id)])
  }

  /** The smallest that are shown; all of them where several are as small, for no order among them means anything. */
  function smallest(cells: readonly string[]): string[] {
    const those = cells.filter((key) => shown.has(key))
    const least = Math.min(...those.map(personsAt))
    return those.filter((key) => personsAt(key) === least)
  }
}

export function keyOf(column: string, theme: string): string {
  return `${column} ${theme}`
}
