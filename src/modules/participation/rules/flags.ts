import { findPersonalData, findThreats } from '#text'
import { otherLanguageOf } from './other-language.ts'

/** What a machine may point out in a text, for a person to look at. */
export const flagKinds = ['threat', 'insult', 'personal-number', 'phone', 'email', 'address', 'name', 'plate', 'link', 'language'] as const
export type FlagKind = (typeof flagKinds)[number]

/** Raised when the rules find other things than before: what was flagged by older ones is then read again. */
export const flagRules = 1

/**
 * What is pointed out in a text, each kind once. `answeredIn` is the language that the survey was answered in, when it wasn't Swedish.
 *
 * @example
 * flagsOf('Ring 070-174 06 05, idioter', null) // => ['insult', 'phone']
 * flagsOf('Fler bussar', null) // => []
 */
export function flagsOf(text: string, answeredIn: string | null): FlagKind[] {
  const found = new Set<FlagKind>([
    ...findThreats(text).map(({ kind }) => kind),
    ...findPersonalData(text).map(({ kind }) => (kind === 'coordination-number' ? 'personal-number' : kind)),
    ...(otherLanguageOf(text, answeredIn) ? ['language' as const] : []),
  ])
  return flagKinds.filter((kind) => found.has(kind))
}
