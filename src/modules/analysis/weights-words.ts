import { formatCount, formatNumber } from '#ui/format'
import type { Remark, Weighed } from './rules/weigh-survey.ts'

export const marginWords: Record<string, string> = { age: 'ålder', place: 'plats', gender: 'kön' }

/** What was not done as it was asked for, in words. */
export function remarkWords(remark: Remark): string {
  if (remark.why === 'not-met') return `Vikterna kan inte ge befolkningens fördelning helt. Det största felet är ${formatNumber(remark.largestError * 100, 1)} procent.`
  const of = marginWords[remark.of] ?? remark.of
  if (remark.why === 'collapsed') return `För få svar för att väga var för sig, så de är räknade som en: ${remark.labels.join(', ')} (${of}).`
  if (remark.why === 'one-level') return `Svaren är för få för att vägas efter ${of}.`
  return `${remark.label} finns bland svaren men inte i befolkningstabellen. ${formatCount(remark.answers, 'svar', 'svar')} vägs utan ${of}.`
}

/** Which weights were cut, of what size each was, and what that does to the shares. */
export function trimmedWords({ count, largest, to, were }: Weighed['trimmed']): string {
  if (count === 0) return `Ingen vikt är kapad. Den största är ${formatNumber(largest, 2)} gånger medelvikten.`
  const sizes = new Intl.ListFormat('sv').format(were.map((weight) => formatNumber(weight, 2)))
  return `${formatCount(count, 'vikt', 'vikter')} är kapade till ${formatNumber(to)} gånger medelvikten. Före kapningen var de ${sizes} gånger den. Det kapade är spritt på de andra, så de vägda andelarna når inte helt fram.`
}
