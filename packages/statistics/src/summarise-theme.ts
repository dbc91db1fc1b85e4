import type { ThemeLabel } from './label-theme.ts'
import type { StanceCount, SupportEstimate } from './shrink-support.ts'
export const themeReadings = ['samsyn', 'split', 'few-say', 'not-yet-known'] as const
export type ThemeReading = (typeof themeReadings)[number]
export type ThemeSummary = {
  readonly label: ThemeLabel
  readonly reading: ThemeReading
  /** Groups whose lower bound of support is over ½, of those who could speak of the theme. */
  readonly spread: { readonly groups: number; readonly of: number; readonly share: number }
  /** Mean shrunken support, equal weight per group; undefined when nobody took a stand. */
  readonly strength: number | undefined
  /** Share of those asked that mention the theme, by group that could speak. */
  readonly mentions: readonly { readonly group: string; readonly share: number }[]
}
/** Both arguments of one theme: all groups' counts, and the estimates of those that took a stand. */
export function summariseTheme(_counts: readonly StanceCount[], _estimates: readonly SupportEstimate[]): ThemeSummary { throw new Error('Not built yet') }
