import { asSentence, formatInstant } from '#ui/format'
import type { ExplainedCoding } from '../explain-codings.ts'

/** The change of the codebook that made a coding, in words; nothing for one that a coder made. */
export function makingWords({ made, theme }: Pick<ExplainedCoding, 'made' | 'theme'>): string {
  if (!made) return ''
  if (made.kind === 'unmerged') return `Flyttades tillbaka när ${theme} skildes från ${made.from} igen: ${asSentence(made.reason)}`
  return made.kind === 'split'
    ? `${theme} togs ut ur ${made.from}: ${asSentence(made.reason)}`
    : `Flyttades hit när ${made.from} slogs ihop med ${theme}: ${asSentence(made.reason)}`
}

/** What ended a coding, when and by whom; nothing for one that holds. */
export function endWords({ withdrawnAt, withdrawer, ended, theme }: Pick<ExplainedCoding, 'withdrawnAt' | 'withdrawer' | 'ended' | 'theme'>): string {
  if (withdrawnAt === null) return ''
  const by = `${withdrawer ?? 'någon'}, ${formatInstant(withdrawnAt)}`
  if (!ended) return `Togs tillbaka eller ersattes av ${by}.`
  const ways: Partial<Record<string, string>> = { split: `${ended.into} togs ut ur ${theme}`, unmerged: `${ended.into} skildes från ${theme} igen` }
  const what = ways[ended.kind] ?? `${theme} slogs ihop med ${ended.into}`
  return `Avslutades när ${what}, av ${by}: ${asSentence(ended.reason)}`
}
