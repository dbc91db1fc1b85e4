/** What one group said of one theme. The unit (persons, or notes) is the group's own; two units are never added. */
export type StanceCount = {
  readonly group: string
  readonly theme: string
  readonly for: number
  readonly against: number
  /** Those who had the chance to speak of the theme. 0: the group was never asked. */
  readonly asked: number
  /** Those who spoke of it, also without a stand. for + against when not given. */
  readonly mentioned?: number
}
/** Where a support lies: a beta distribution, or for a census group one point. */
export type Posterior = { readonly a: number; readonly b: number } | { readonly point: number }
export type SupportEstimate = {
  readonly group: string
  readonly theme: string
  readonly census: boolean
  /** for / (for + against), as counted. */
  readonly share: number
  /** Shrunken support; for a census the share itself. */
  readonly mean: number
  readonly low: number
  readonly high: number
  readonly posterior: Posterior
}
export type ShrinkOptions = { readonly census?: readonly string[]; readonly level?: number }
/** One estimate for each count where somebody took a stand, in the order of the counts. */
export function shrinkSupport(_counts: readonly StanceCount[], _options: ShrinkOptions = {}): SupportEstimate[] { throw new Error('Not built yet') }
