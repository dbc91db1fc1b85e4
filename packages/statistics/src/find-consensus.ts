import type { ConsensusScore } from './consensus-score.ts'
import type { ShrinkOptions, StanceCount, SupportEstimate } from './shrink-support.ts'
import type { ThemeSummary } from './summarise-theme.ts'
export type ConsensusOptions = ShrinkOptions & { readonly seed: number; readonly draws?: number }
/** All of the above for a whole matrix: one entry a theme, in the order the themes first appear. */
export function findConsensus(
  _counts: readonly StanceCount[],
  _options: ConsensusOptions,
): (ThemeSummary & { readonly theme: string; readonly score: ConsensusScore | undefined; readonly groups: readonly SupportEstimate[] })[] { throw new Error('Not built yet') }
