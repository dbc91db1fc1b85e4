import type { SupportEstimate } from './shrink-support.ts'
export const themeLabels = ['consensus', 'likely', 'split', 'uncertain'] as const
export type ThemeLabel = (typeof themeLabels)[number]
/** One theme's estimates; no estimates: uncertain. */
export function labelTheme(_estimates: readonly SupportEstimate[]): ThemeLabel { throw new Error('Not built yet') }
