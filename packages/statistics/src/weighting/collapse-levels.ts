/**
 * Which levels to make one, so that each has at least so many respondents: the number of the merged level that each goes into.
 * Levels stand in an order (age spans, say), and one that is too small is merged with its smaller neighbour, the smallest first.
 *
 * @example
 * collapseLevels([3, 40, 50, 2], 5) // => [0, 0, 1, 1]
 */
export function collapseLevels(respondents: readonly number[], least = 5): number[] {
  const spans = respondents.map((count, level) => ({ count, levels: [level] }))
  while (spans.length > 1) {
    const smallest = spans.reduce((best, span, at) => (span.count < (spans[best]?.count ?? Infinity) ? at : best), 0)
    if ((spans[smallest]?.count ?? 0) >= least) break
    const [before, after] = [spans[smallest - 1], spans[smallest + 1]]
    const into = before && (!after || before.count <= after.count) ? smallest - 1 : smallest
    const [one, other] = spans.slice(into, into + 2)
    if (one && other) spans.splice(into, 2, { count: one.count + other.count, levels: [...one.levels, ...other.levels] })
  }
  const merged: number[] = []
  spans.forEach(({ levels }, at) => {
    for (const level of levels) merged[level] = at
  })
  return merged
}
