import type { SupportEstimate } from './shrink-support.ts'
export type ConsensusScore = {
  /** Support in the least supportive group: expected, and [min L, min U]. */
  readonly minimum: { readonly mean: number; readonly low: number; readonly high: number }
  /** P(all groups > ½) */
  readonly allAboveHalf: number
}
export function consensusScore(_estimates: readonly SupportEstimate[], _options: { readonly seed: number; readonly draws?: number }): ConsensusScore { throw new Error('Not built yet') }
