import { deskRefusalWords } from '../desk-words.ts'
import { refusalWords, stanceWords } from '../words.ts'

type Problem = { readonly field: string; readonly text: string }
type Refusal = { readonly refused: string; readonly problems?: readonly { field: string; problem: string }[] }
type Say = (refusal: Refusal, own: Record<string, string>) => Problem[]

/** What to mend, each leading to the field where it is mended. */
export function deskProblems(say: Say, refusal: Refusal): Problem[] {
  const said = say(refusal, { ...refusalWords, ...deskRefusalWords }).map(({ field, text }) => ({ field: fieldOf(field), text }))
  return said.filter(({ field, text }, at) => said.findIndex((each) => each.field === field && each.text === text) === at)
}

function fieldOf(field: string): string {
  const [, row, part] = /^readings(?:\.(\d+))?(?:\.(\w+))?/.exec(field) ?? []
  if (field.startsWith('readings')) return `${part === 'stance' ? 'stance' : part === 'span' || part === 'from' || part === 'to' ? 'from' : 'theme'}-${Number(row ?? 0) + 1}`
  return field === 'span' ? 'from' : field
}

type Held = readonly { readonly theme: string; readonly stance: keyof typeof stanceWords | null; readonly coder: string }[]
type Asides = readonly { readonly reason: string; readonly by: string }[]

/** What somebody else decided while this coder read; undefined when that wasn't what was refused. */
export function staleWords(refusal: Refusal & { readonly held?: unknown; readonly asides?: unknown }): string | undefined {
  if (refusal.refused !== 'stale') return undefined
  if (typeof (refusal as { now?: unknown }).now === 'string') return String((refusal as { now?: unknown }).now)
  const [held, asides] = [(refusal.held ?? []) as Held, (refusal.asides ?? []) as Asides]
  const said = [...held.map(({ theme, stance, coder }) => `${theme}, ${sayStance(stance)} (${coder})`), ...asides.map(({ reason, by }) => `Lagt åt sidan: ${reason} (${by})`)]
  return said.join('\n') || 'Ingen kodning gäller längre.'
}

/** What this coder chose, in the same words. */
export function yoursWords(kept: Readonly<Record<string, string>>, themes: readonly { readonly id: string; readonly name: string }[]): string {
  if (kept.act !== 'code') return kept.reason ?? kept.text ?? ''
  const rows = Object.keys(kept).filter((name) => name.startsWith('theme-') && kept[name])
  return rows
    .map((name) => `${themes.find(({ id }) => id === kept[name])?.name ?? ''}, ${sayStance((kept[name.replace('theme', 'stance')] || null) as keyof typeof stanceWords | null)}`)
    .join('\n')
}

export function sayStance(stance: keyof typeof stanceWords | null): string {
  return (stance ? (stanceWords[stance] ?? '') : 'Nämner bara').toLowerCase()
}
