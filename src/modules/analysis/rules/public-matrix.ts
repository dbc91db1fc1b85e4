import { bandShare, findConsensus, type ShareBand } from '#statistics'
import type { Counted } from './count-stances.ts'

export type Group = { readonly id: string; readonly key: string; readonly name: string; readonly unit: 'persons' | 'notes'; readonly census: boolean; readonly threshold: number }
export type Theme = { readonly id: string; readonly slug: string; readonly name: string }

/** What may be shown of one group's word on one theme. Never fewer persons than the group's threshold, nor what would give them away. */
export type Cell =
  | { readonly group: string; readonly shown: false; readonly because: 'not-asked' | 'silent' | 'too-few' }
  | { readonly group: string; readonly shown: true; readonly mentioned: number; readonly mentionShare: number; readonly support: Support }
export type Support =
  | { readonly kind: 'no-stand' }
  | { readonly kind: 'share'; readonly percent: number; readonly low: number; readonly high: number }
  | { readonly kind: 'band'; readonly band: ShareBand }
export type Row = {
  readonly theme: string
  readonly slug: string
  readonly name: string
  readonly reading: 'samsyn' | 'split' | 'few-say' | 'not-yet-known'
  readonly label: 'consensus' | 'likely' | 'split' | 'uncertain'
  /** Groups whose lower bound of support is over one half, of those that could speak of the theme. */
  readonly spread: { readonly groups: number; readonly of: number }
  /** Mean shrunken support in whole percent, every group weighing the same. */
  readonly strength: number | undefined
  /** Statements of the groups that are shown. */
  readonly statements: number
  readonly cells: readonly Cell[]
}

// The draws behind a label are seeded, so that the same codings always give the same words.
const seed = 2021

/**
 * The matrix of themes and groups as the public may see it, with the reading of each theme: samsyn, olika syn, bara några
 * säger detta, vet inte än. Every group weighs the same, whatever its size. Small numbers are kept back by the house's rule.
 */
export function publicMatrix(groups: readonly Group[], themes: readonly Theme[], counted: readonly Counted[]): Row[] {
  const names = new Map(themes.map((theme) => [theme.id, theme]))
  const rows = findConsensus(counted, { census: groups.filter(({ census }) => census).map(({ id }) => id), seed })
  return rows.flatMap(({ theme, reading, label, spread, strength, groups: estimates }) => {
    const named = names.get(theme)
    if (!named) return []
    const cells = groups.map((group) => {
      const count = counted.find((each) => each.group === group.id && each.theme === theme)
      const estimate = estimates.find((each) => each.group === group.id)
      return cellOf(group, count, estimate)
    })
    return [
      {
        theme,
        slug: named.slug,
        name: named.name,
        reading,
        label,
        spread: { groups: spread.groups, of: spread.of },
        strength: strength === undefined ? undefined : Math.round(strength * 100),
        statements: groups.reduce(
          (sum, group, index) => sum + (cells[index]?.shown ? (counted.find((each) => each.group === group.id && each.theme === theme)?.statements ?? 0) : 0),
          0,
        ),
        cells,
      },
    ]
  })
}

function cellOf(group: Group, count: Counted | undefined, estimate: { mean: number; low: number; high: number } | undefined): Cell {
  const hidden = (because: 'not-asked' | 'silent' | 'too-few'): Cell => ({ group: group.key, shown: false, because })
  if (!count || count.asked === 0) return hidden('not-asked')
  if (count.mentioned === 0) return hidden('silent')
  // Everybody in a small group saying the same is known of each of them.
  const unanimous = count.mentioned === count.asked && count.persons < 2 * group.threshold
  if (count.persons < group.threshold || unanimous) return hidden('too-few')
  return { group: group.key, shown: true, mentioned: count.mentioned, mentionShare: Math.round((count.mentioned / count.asked) * 100), support: supportOf(group, count, estimate) }
}

function supportOf(group: Group, count: Counted, estimate: { mean: number; low: number; high: number } | undefined): Support {
  const stood = count.for + count.against
  if (!estimate || stood === 0) return { kind: 'no-stand' }
  const fewer = Math.min(count.for, count.against)
  // One, two, three or four on one side could be counted back from an exact share: then a band is said, or nothing.
  if (group.census || (group.unit === 'persons' && fewer < group.threshold)) {
    const band = bandShare(count.for, stood)
    return band ? { kind: 'band', band } : { kind: 'no-stand' }
  }
  const percent = (share: number) => Math.round(share * 100)
  return { kind: 'share', percent: percent(estimate.mean), low: percent(estimate.low), high: percent(estimate.high) }
}
