import { type ConsensusScore, consensusScore } from './consensus-score.ts'
import { type ShrinkOptions, type StanceCount, type SupportEstimate, shrinkSupport } from './shrink-support.ts'
import { summariseTheme, type ThemeSummary } from './summarise-theme.ts'

export type ConsensusOptions = ShrinkOptions & {
  readonly seed: number
  /** Posterior draws a theme: 2,000. */
  readonly draws?: number
}

export type ThemeConsensus = ThemeSummary & {
  readonly theme: string
  /** Undefined when nobody took a stand. */
  readonly score: ConsensusScore | undefined
  /** The groups that took a stand. */
  readonly groups: readonly SupportEstimate[]
}

/**
 * The whole matrix of themes and groups at once: `shrinkSupport`, and for each theme `consensusScore` and
 * `summariseTheme`, in the order the themes first appear. Every theme is drawn with the same seed, so that two themes
 * with the same counts have the same score wherever they stand. Throws as the three do.
 *
 * @example
 * const [buses] = findConsensus([
 *   { group: 'residents', theme: 'buses', for: 320, against: 40, asked: 400 },
 *   { group: 'elected', theme: 'buses', for: 19, against: 2, asked: 21 },
 * ], { census: ['elected'], seed: 1 })
 * [buses.theme, buses.label, buses.reading] // => ['buses', 'consensus', 'samsyn']
 */
export function findConsensus(counts: readonly StanceCount[], { seed, draws, ...shrink }: ConsensusOptions): ThemeConsensus[] {
  const estimates = Map.groupBy(shrinkSupport(counts, shrink), (estimate) => estimate.theme)
  return [...Map.groupBy(counts, (count) => count.theme)].map(([theme, ofTheme]) => {
    const groups = estimates.get(theme) ?? []
    return { theme, ...summariseTheme(ofTheme, groups), score: groups.length === 0 ? undefined : consensusScore(groups, { seed, draws }), groups }
  })
}
