import { fieldWords } from '../codebook-words.ts'
import type { ThemeChangeReading } from '../read-theme-history.ts'
import { dimensionName } from '../rules/dimensions.ts'

/** What a change of the codebook did, in words: each field that is not as it was. */
export function whatChanged({ kind, theme, before, after }: Pick<ThemeChangeReading, 'kind' | 'theme' | 'before' | 'after'>): string {
  if (kind === 'created') return ''
  if (kind === 'merged') return `${before.name ?? theme} blev en del av ${after.name}.`
  if (kind === 'unmerged') return `${before.name ?? theme} skildes från ${after.name} igen.`
  if (kind === 'split') return `${after.name} togs ut ur ${before.name ?? theme}.`
  if (kind === 'retired') return ''
  return (Object.keys(fieldWords) as (keyof typeof fieldWords)[])
    .filter((field) => (before[field] ?? '') !== (after[field] ?? ''))
    .map((field) => `${fieldWords[field]}: från ${said(field, before[field])} till ${said(field, after[field])}.`)
    .join(' ')
}

function said(field: string, value: string | undefined): string {
  if (!value) return 'inget'
  return `”${field === 'dimension' ? dimensionName(value) : value}”`
}
