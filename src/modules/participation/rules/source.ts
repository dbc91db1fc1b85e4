/** What a count is of: the place or the workplace, counted in answers of persons or in notes of groups. */
export type Source = { readonly axis: 'place' | 'workplace'; readonly unit: 'persons' | 'notes' }
export type Count = Source & { readonly count: number }

/**
 * Adds counts of the same source. What was said of the place and what was said of the workplace, what a person answered and
 * what a group noted, are never summed: each source keeps a count of its own.
 *
 * @example
 * addCounts([{ axis: 'place', unit: 'persons', count: 2 }, { axis: 'place', unit: 'persons', count: 3 }]) // => [{ axis: 'place', unit: 'persons', count: 5 }]
 */
export function addCounts(counts: readonly Count[]): Count[] {
  return [...Map.groupBy(counts, ({ axis, unit }) => `${axis} ${unit}`).values()].flatMap((same) => {
    const [first] = same
    return first ? [{ axis: first.axis, unit: first.unit, count: same.reduce((sum, { count }) => sum + count, 0) }] : []
  })
}
