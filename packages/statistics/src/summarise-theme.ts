import { labelTheme, type ThemeLabel } from './label-theme.ts'
import type { StanceCount, SupportEstimate } from './shrink-support.ts'

export const themeReadings = ['samsyn', 'split', 'few-say', 'not-yet-known'] as const
export type ThemeReading = (typeof themeReadings)[number]

export type ThemeSummary = {
  readonly label: ThemeLabel
  readonly reading: ThemeReading
  /** Groups whose lower bound of support is over ½, of those that could speak of the theme. */
  readonly spread: { readonly groups: number; readonly of: number; readonly share: number }
  /** Mean shrunken support, equal weight per group; undefined when nobody took a stand. */
  readonly strength: number | undefined
  /** Share of those asked that speak of the theme, for each group that could. */
  readonly mentions: readonly { readonly group: string; readonly share: number }[]
}

/**
 * What a reader is told of one theme: from the counts of all groups, and the estimates of those that took a stand.
 *
 * A group could speak of the theme when somebody in it was asked. It then counts in `spread.of` also when it stayed
 * silent: silence is not against, but it is not support either. `strength` has the groups that took a stand only.
 *
 * The first reading that holds: `samsyn`, the label is consensus or likely and spread is at least ⅔. `split`, the
 * label is split. `few-say`, at least 25 % speak of it in one or two groups, and under 10 % in each of the others
 * that could, of which there is at least one. `not-yet-known`, the rest.
 *
 * Throws RangeError when the counts or estimates are of more than one theme, or a group has two counts.
 *
 * @example
 * const counts = [
 *   { group: 'children', theme: 'pool', for: 20, against: 2, asked: 60 },
 *   { group: 'residents', theme: 'pool', for: 4, against: 1, asked: 400 },
 *   { group: 'staff', theme: 'pool', for: 0, against: 0, asked: 1000 },
 * ]
 * const summary = summariseTheme(counts, shrinkSupport(counts))
 * summary.reading // => 'few-say'
 * summary.spread // ≈ { groups: 1, of: 3, share: 0.333 }
 */
export function summariseTheme(counts: readonly StanceCount[], estimates: readonly SupportEstimate[]): ThemeSummary {
  checkOneTheme(counts, estimates)
  const label = labelTheme(estimates)
  const couldSpeak = counts.filter((count) => count.asked > 0)
  const groups = estimates.filter((estimate) => estimate.low > 0.5).length
  const of = couldSpeak.length
  const mentions = couldSpeak.map((count) => ({ group: count.group, share: (count.mentioned ?? count.for + count.against) / count.asked }))
  const strength = estimates.length === 0 ? undefined : estimates.reduce((sum, estimate) => sum + estimate.mean, 0) / estimates.length
  return { label, reading: reading(label, 3 * groups >= 2 * of, fewSay(mentions)), spread: { groups, of, share: of === 0 ? 0 : groups / of }, strength, mentions }
}

function checkOneTheme(counts: readonly StanceCount[], estimates: readonly SupportEstimate[]): void {
  const themes = new Set([...counts, ...estimates].map(({ theme }) => theme))
  if (themes.size > 1) throw new RangeError(`summariseTheme takes one theme at a time, not ${[...themes].join(', ')}`)
  const groups = new Set(counts.map(({ group }) => group))
  if (groups.size < counts.length) throw new RangeError('summariseTheme takes one count a group')
  const stray = estimates.find(({ group }) => !groups.has(group))
  if (stray) throw new RangeError(`An estimate without its count: ${stray.group}`)
}

function reading(label: ThemeLabel, isSpread: boolean, isSaidByFew: boolean): ThemeReading {
  if ((label === 'consensus' || label === 'likely') && isSpread) return 'samsyn'
  if (label === 'split') return 'split'
  return isSaidByFew ? 'few-say' : 'not-yet-known'
}

function fewSay(mentions: readonly { readonly share: number }[]): boolean {
  const often = mentions.filter(({ share }) => share >= oftenFrom).length
  const seldom = mentions.filter(({ share }) => share < seldomUnder).length
  return (often === 1 || often === 2) && seldom > 0 && often + seldom === mentions.length
}

const oftenFrom = 0.25

// "By few elsewhere": one in ten is far enough from one in four that chance seldom carries a group of thirty over from
// the one to the other, and in such a group it is three persons, fewer than are ever shown.
const seldomUnder = 0.1
