import { formatNumber } from '#ui/format'
import type { Tested } from './rules/tested-as.ts'
import { apartSaid, markOf } from './weak-words.ts'

/** An alpha with its interval, in words when there is none. */
export function alphaText({ alpha, low, high }: { readonly alpha?: number | null; readonly low?: number | null; readonly high?: number | null }): string {
  if (alpha === undefined || alpha === null) return 'går inte att räkna: alla läste lika, eller för få'
  const interval = low == null || high == null ? '' : ` (${formatNumber(low, 2)} till ${formatNumber(high, 2)})`
  return `${formatNumber(alpha, 2)}${interval}`
}

/** The same, with whether it is what was wanted. */
export function reachedText(alpha: Parameters<typeof alphaText>[0], wanted: number): string {
  return `${alphaText(alpha)}${alpha.alpha != null && alpha.alpha < wanted ? '. Önskat alfa nås inte' : ''}`
}

/** The same of a theme as it is now: where it was tested as something else, each alpha of that and what it was. */
export function testedText(tested: Tested): string {
  if (!tested.apart) return alphaText(tested)
  return `${tested.apart.tests.map(alphaText).join('; ')}, ${apartSaid(markOf(tested))}`
}

export const roundRefusals: Record<string, string> = {
  'two-coders': 'Välj två olika personer',
  'not-a-coder': 'Båda ska ha uppdraget analytiker eller processledare',
  'sample-size': 'Skriv ett heltal mellan 10 och 1 000',
  'wanted-alpha': 'Skriv ett tal mellan 0 och 1',
  'too-few-statements': 'Så många yttranden finns inte att dra. Skriv ett mindre tal',
  'no-theme': 'Välj minst ett tema, eller säg att det är brus',
  'too-many': 'Välj högst åtta teman',
  ended: 'Parkodningen är avslutad',
  'both-have-read': 'Den andra har också läst yttrandet nu, så läsningen ligger fast',
  'not-read-by-both': 'Båda har inte läst yttrandet än',
  settled: 'Någon har redan avgjort yttrandet',
  retired: 'Ett av temana är inte längre i bruk. Välj ett annat',
  'not-codable': 'Ett av temana är en rubrik, som inte kodas själv. Välj ett tema under den',
  'nothing-alike': 'Det finns inget lika läst som inte är inskrivet',
  'nothing-read-by-both': 'Ingen av er två har läst samma yttrande än',
}
