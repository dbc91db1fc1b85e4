import { proportionTest } from './group-statistics.ts'
import { significant } from './representative-statements.ts'

/**
 * The statements that most of all participants agree with, and those that most disagree with, at most five each.
 *
 * Method: Polis': over everybody, smoothed share over ½ and its test over 1.2816, in the order of share × test.
 *
 * @example
 * consensusStatements([0, 0, 9, 8, 1, 0]) // => { agree: [0], disagree: [1] }
 */
export function consensusStatements(counts: ArrayLike<number>, setAside: ReadonlySet<number> = new Set(), most = 5): { agree: number[]; disagree: number[] } {
  const listed = (offset: 0 | 2) => {
    const found: { statement: number; metric: number }[] = []
    for (let what = 0; what * 3 < counts.length; what++) {
      const seen = (counts[what * 3] as number) + (counts[what * 3 + 1] as number) + (counts[what * 3 + 2] as number)
      const said = counts[what * 3 + offset] as number
      const [share, test] = [(said + 1) / (seen + 2), proportionTest(said, seen)]
      if (!setAside.has(what) && share > 0.5 && test > significant) found.push({ statement: what, metric: share * test })
    }
    return found
      .sort((a, b) => b.metric - a.metric || a.statement - b.statement)
      .slice(0, most)
      .map(({ statement }) => statement)
  }
  return { agree: listed(2), disagree: listed(0) }
}
