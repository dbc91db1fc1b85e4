import type { DocumentContent } from '#documents'
import { figureText } from './figure-text.ts'
import { waitingSentence } from './matrix-words.ts'
import { outsideKindWords } from './outside-words.ts'
import type { OutsideReading } from './read-outside.ts'
import type { Basis } from './recount-matrix.ts'
import type { Figure } from './rules/figures.ts'
import type { GroupCount } from './rules/frozen-near.ts'
import { findingWords, type Mark, markedName, weakSentence } from './words.ts'

/** A theme that two read unlike, with its mark. */
export type WeakTheme = Mark & { readonly theme: string; readonly name: string }
export type FindingQuestion = 'most-agreed' | 'strongest-values' | 'trust' | 'unlike-others' | 'take-further'

/** What a published finding holds for machines: the numbers as they were, and what they were counted from. */
export type FrozenFinding = {
  readonly number: number
  readonly revision: number
  readonly question: FindingQuestion
  readonly claim: string
  readonly whoDisagrees: string
  readonly notKnown: string
  readonly figures: readonly Figure[]
  /** Themes that two coders did not read alike enough. */
  readonly weak: readonly WeakTheme[]
  readonly quotes: readonly string[]
  readonly sources: readonly { readonly claim: string; readonly source: string; readonly address: string | null; readonly host: string | null; readonly datedOn: string }[]
  readonly basis: Basis
  /** How many there were of each group; the first versions kept none. */
  readonly groups?: readonly GroupCount[]
}

/** A finding as a document that can be frozen. Quotes are held by identity only: one that is withheld later is not shown again. */
export function findingDocument(finding: Omit<FrozenFinding, 'sources'>, sources: readonly OutsideReading[], reviewedOn: string): DocumentContent {
  const { number, question, claim, whoDisagrees, notKnown, figures, weak, quotes, basis } = finding
  const word = findingWords('sv')
  return {
    title: claim,
    subtitle: `Fynd ${number}. ${word[question]}`,
    blocks: [
      { heading: word.restsOn },
      {
        table: {
          caption: 'Siffrorna när fyndet publicerades',
          head: ['Tema', 'Siffra'],
          rows: figures.map((figure) => [markedName(figure.name, weak.find(({ theme }) => theme === figure.theme) ?? {}), figureText(figure)]),
        },
      },
      ...basis.groups.flatMap(({ name, unit, until }) => (until ? [{ text: waitingSentence({ name, unit, until }) }] : [])),
      ...weak.map(({ name, ...mark }) => ({ text: `${name}: ${weakSentence(mark)}` })),
      { heading: word.whoDisagrees },
      { text: whoDisagrees },
      { heading: word.notKnown },
      { text: notKnown },
      ...(sources.length > 0
        ? [
            { heading: word.outside },
            {
              table: {
                caption: 'Källor från omvärlden',
                head: ['Vad den säger', 'Sort', 'Källa', 'Adress', 'Dag'],
                rows: sources.map(({ claim: says, kind, source, address, datedOn }) => [says, outsideKindWords[kind], source, address ?? '', datedOn]),
              },
            },
          ]
        : []),
      {
        facts: [
          ['Citat som fyndet vilar på', String(quotes.length)],
          ['Granskat av en andra person', reviewedOn],
        ],
      },
    ],
    data: { ...finding, sources: sources.map(({ claim: says, source, address, host, datedOn }) => ({ claim: says, source, address, host, datedOn })) } satisfies FrozenFinding,
  }
}
