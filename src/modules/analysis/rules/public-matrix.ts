import { bandShare, type ShareBand, type SupportEstimate, type ThemeReading } from '#statistics'
import type { Counted } from './count-stances.ts'
import { headingsOf, type RowReading, readRows } from './read-rows.ts'
import { keyOf, shownCells } from './withhold-cells.ts'

export type Group = { readonly id: string; readonly key: string; readonly name: string; readonly unit: 'persons' | 'notes'; readonly census: boolean; readonly threshold: number }
/** Those of a group who answered alike of their age or their place; without a word of it they are a part too. */
export type Part = { readonly id: string; readonly key: string; readonly name: string; readonly groupId: string; readonly of: 'age' | 'place' }
export type Theme = { readonly id: string; readonly slug: string; readonly name: string; readonly parentId: string | null; readonly dimension: string; readonly depth: number }
/** Which columns count as voices of their own: the groups, or instead of a group its parts. */
export type Voices = 'groups' | 'age' | 'place'

/** What may be shown of one group's word on one theme. Never fewer persons than the group's threshold, nor what would give them away. */
export type Cell =
  | { readonly group: string; readonly shown: false; readonly because: 'not-asked' | 'silent' | 'too-few' }
  | {
      readonly group: string
      readonly shown: true
      readonly mentioned: number
      readonly mentionShare: number
      readonly support: Support
      /** How large a part of those who speak of it want to keep, leave or have it; `null` where ten do not. What was frozen before has none. */
      readonly stances?: Readonly<Record<'keep' | 'leave' | 'want', ShareBand | null>>
    }
type Support =
  | { readonly kind: 'no-stand' }
  | { readonly kind: 'share'; readonly percent: number; readonly low: number; readonly high: number }
  | { readonly kind: 'band'; readonly band: ShareBand }
export type Row = {
  readonly theme: string
  readonly slug: string
  readonly name: string
  readonly reading: ThemeReading
  readonly label: 'consensus' | 'likely' | 'split' | 'uncertain'
  /** Groups whose lower bound of support is over one half, of those that could speak of the theme. */
  readonly spread: { readonly groups: number; readonly of: number }
  /** Mean shrunken support in whole percent, every group weighing the same. */
  readonly strength: number | undefined
  /** Statements of the groups that are shown. */
  readonly statements: number
  readonly cells: readonly Cell[]
  /** What was frozen before the codebook was a tree has neither place nor parts. */
  readonly parentId?: string | null
  readonly dimension?: string
  readonly depth?: number
  /** Of each part of a group, for comparison. */
  readonly parts?: readonly Cell[]
}

/**
 * The matrix of themes and groups as the public may see it, with the reading of each theme: samsyn, olika syn, bara några
 * säger detta, vet inte än. Every group weighs the same, whatever its size. Parts stand beside their group and are no voices, unless `voices` says so.
 * Small numbers are kept back by the house's rule, the same whatever counts as a voice.
 */
export function publicMatrix(groups: readonly Group[], themes: readonly Theme[], counted: readonly Counted[], parts: readonly Part[] = [], voices: Voices = 'groups'): Row[] {
  const counts = new Map(counted.map((count) => [keyOf(count.group, count.theme), count]))
  const columns = [...groups, ...partColumns(groups, parts)]
  const shown = shownCells(columns, themes, counted)
  const readings = readRows(voicesOf(groups, parts, voices), headingsOf(themes), counted)
  return themes.flatMap((theme) => {
    const reading = readings.get(theme.id)
    if (!reading) return []
    const cells = groups.map((group) => cellOf(group, counts.get(keyOf(group.id, theme.id)), shown, estimateIn(reading, group.id)))
    const ofParts = columns.slice(groups.length).map((part) => cellOf(part, counts.get(keyOf(part.id, theme.id)), shown, undefined))
    const { strength, spread, label } = reading
    return [
      {
        ...{ theme: theme.id, slug: theme.slug, name: theme.name, parentId: theme.parentId, dimension: theme.dimension, depth: theme.depth },
        ...{ reading: reading.reading, label, spread: { groups: spread.groups, of: spread.of } },
        strength: strength === undefined ? undefined : Math.round(strength * 100),
        statements: groups.reduce((sum, { id }, index) => sum + (cells[index]?.shown ? (counts.get(keyOf(id, theme.id))?.statements ?? 0) : 0), 0),
        cells,
        parts: ofParts,
      },
    ]
  })
}

/** The columns that count: where the parts of a group do, the group itself doesn't. */
function voicesOf(groups: readonly Group[], parts: readonly Part[], voices: Voices): readonly Pick<Group, 'id' | 'census'>[] {
  return groups.flatMap<Pick<Group, 'id' | 'census'>>((group) => {
    const own = parts.filter(({ groupId, of }) => groupId === group.id && of === voices)
    return own.length > 0 ? own.map(({ id }) => ({ id, census: false })) : [group]
  })
}

type Column = Group & { readonly whole?: { readonly id: string; readonly of: string } }

function partColumns(groups: readonly Group[], parts: readonly Part[]): Column[] {
  return parts.flatMap(({ id, key, name, groupId, of }) => {
    const whole = groups.find((group) => group.id === groupId)
    return whole ? [{ ...whole, id, key, name, whole: { id: groupId, of } }] : []
  })
}

function estimateIn({ groups }: RowReading, id: string): SupportEstimate | undefined {
  return groups.find(({ group }) => group === id)
}

function cellOf(column: Column, count: Counted | undefined, shown: ReadonlySet<string>, estimate: SupportEstimate | undefined): Cell {
  const hidden = (because: 'not-asked' | 'silent' | 'too-few'): Cell => ({ group: column.key, shown: false, because })
  if (!count || count.asked === 0) return hidden('not-asked')
  // That nobody in a part says it would tell what the others of its whole say.
  if (count.mentioned === 0 && !column.whole) return hidden('silent')
  if (!shown.has(keyOf(column.id, count.theme))) return hidden('too-few')
  const { mentioned } = count
  return {
    ...{ group: column.key, shown: true, mentioned, mentionShare: Math.round((mentioned / count.asked) * 100), support: supportOf(column, count, estimate) },
    stances: { keep: bandShare(count.keep, mentioned) ?? null, leave: bandShare(count.leave, mentioned) ?? null, want: bandShare(count.want, mentioned) ?? null },
  }
}

function supportOf(column: Column, count: Counted, estimate: SupportEstimate | undefined): Support {
  const stood = count.for + count.against
  if (stood === 0) return { kind: 'no-stand' }
  const fewer = Math.min(count.for, count.against)
  // One, two, three or four on one side could be counted back from an exact share, and a part from its whole: then a band is said, or nothing.
  if (!estimate || column.census || (column.unit === 'persons' && fewer < column.threshold)) {
    const band = bandShare(count.for, stood)
    return band ? { kind: 'band', band } : { kind: 'no-stand' }
  }
  const percent = (share: number) => Math.round(share * 100)
  return { kind: 'share', percent: percent(estimate.mean), low: percent(estimate.low), high: percent(estimate.high) }
}
