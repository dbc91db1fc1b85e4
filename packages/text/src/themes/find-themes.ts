import { canonicalOrder } from '../words/canonical-order.ts'
import { indexTexts, type TextIndex } from '../words/index-texts.ts'
import type { Lexicon } from '../words/split-compound.ts'
import type { ReadingOptions } from '../words/stems-of-word.ts'
import type { WordTable } from '../words/word-table.ts'
import { adjustedMutualInformation } from './adjusted-mutual-information.ts'
import { describeTheme, type Said } from './describe-theme.ts'
import { groupedInFull, groupTexts } from './group-texts.ts'
import { nameThemes } from './name-themes.ts'
import { someTexts } from './some-texts.ts'
import { type TextVectors, textVectors } from './text-vectors.ts'

export type ThemeOptions = ReadingOptions & {
  /** So many themes; as many as there seem to be when not said. */
  readonly k?: number
  readonly quotes?: number
  /** Whether to find the themes anew in two samples, to say how surely they would come again. */
  readonly stability?: boolean
  /** Who wrote each text: the same word is the same person. */
  readonly persons?: readonly string[]
  /** What each text answers (keep, leave, missing): they are never added up. */
  readonly stances?: readonly string[]
}

export type Part = {
  readonly name: string
  /** The words that set it apart, as they are mostly written. */
  readonly words: readonly string[]
} & Said

export type Theme = Part & {
  /** One sentence that somebody wrote, that says most of it in few words. */
  readonly line: string
  /** The most central of the texts that speak against the others; undefined when none does. */
  readonly dissent: number | undefined
  /** The same, apart by what was asked; empty when that is not known. */
  readonly stances: readonly (Said & { readonly stance: string })[]
  /** The second level, for themes of forty texts or more that have one. */
  readonly parts: readonly Part[]
}

export type Themes = {
  readonly themes: readonly Theme[]
  /** The theme of each text; -1 for one that could not be placed. */
  readonly of: Int32Array
  /** The part of its theme that each text is in; -1 where there is none. */
  readonly partOf: Int32Array
  /** Agreement of the themes of two samples of 85 % on the texts they share: 1 the same, 0 by chance. Undefined when not asked for, or with too few texts. */
  readonly stability: number | undefined
  /** How many texts the themes were found on; the others were placed in them. */
  readonly sampled: number
}

/**
 * Themes in short Swedish texts when nothing is coded, on two levels. The same texts give the same themes, in whatever order they come. A text
 * without a known word is not placed. For the method see `groupTexts`, `nameThemes`, `quoteTheme` and `describeTheme`.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss', 'skog'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * const found = findThemes(['buss', 'skog', 'bussar', 'skogen', 'bussen', 'skogar'], table, lexiconOf(table))
 * found.of[0] === found.of[2] && found.of[1] === found.of[3] && found.of[0] !== found.of[1] // => true
 */
export function findThemes(texts: readonly string[], table: WordTable, lexicon: Lexicon, options: ThemeOptions = {}): Themes {
  const { k, quotes = 5, stability = false, persons, stances } = options
  const read = usedTexts(texts, lexicon, options)
  const vectors = textVectors(read.index, table)
  const found = groupTexts(vectors, { k, length: read.length })
  const groups = membersOf(found.of)
  const names = nameThemes(read.index, found.of, groups.length)
  const [of, partOf] = [new Int32Array(texts.length).fill(-1), new Int32Array(texts.length).fill(-1)]
  found.of.forEach((theme, at) => {
    of[read.text(at)] = theme
  })
  const describe = (members: readonly number[]) => describeTheme(vectors, members, { text: read.text, quotes, persons, stances, texts })
  const themes = groups.map((members, theme): Theme => {
    const named = names[theme] as { name: string; words: string[] }
    const parts = partsOf(vectors, read, members)
    parts.forEach((part, number) => {
      for (const at of part.members) partOf[read.text(at)] = number
    })
    const { said, line, dissent, byStance } = describe(members)
    return {
      ...named,
      ...said,
      line: line(named.words),
      dissent,
      stances: byStance,
      parts: parts.map((part) => ({ name: part.name, words: part.words, ...describe(part.members).said })),
    }
  })
  return { themes, of, partOf, stability: stability && vectors.size >= 20 ? stabilityOf(vectors, k, read.length) : undefined, sampled: found.sampled }
}

type Read = {
  readonly index: TextIndex
  /** The place among all texts of one that is used. */
  readonly text: (used: number) => number
  readonly length: (used: number) => number
}

/** The texts that say something, in an order of their own. */
function usedTexts(texts: readonly string[], lexicon: Lexicon, options: ThemeOptions): Read {
  const order = canonicalOrder(texts)
  const all = indexTexts(
    order.map((at) => texts[at] as string),
    lexicon,
    options,
  )
  const lengthOf = (place: number) => (all.starts[place + 1] as number) - (all.starts[place] as number)
  const used = order.flatMap((_, place) => (lengthOf(place) > 0 ? [place] : []))
  // A text without words has no room among the words: only its start goes.
  const starts = Uint32Array.from([...used.map((place) => all.starts[place] as number), all.words.length])
  return {
    index: { ...all, size: used.length, starts },
    text: (at) => order[used[at] as number] as number,
    length: (at) => (starts[at + 1] as number) - (starts[at] as number),
  }
}

const largeEnoughForParts = 40
// Inside a theme fewer are compared each with each: there are many themes.
const splitInFull = 1_500

/** The groups inside a theme, by the same method; none where it does not fall apart. */
function partsOf(vectors: TextVectors, { index, length }: Read, members: readonly number[]): { name: string; words: string[]; members: number[] }[] {
  if (members.length < largeEnoughForParts) return []
  const { of } = groupTexts(someTexts(vectors, members), { length: (at) => length(members[at] as number), inFull: splitInFull })
  const groups = membersOf(of)
  if (groups.length < 2) return []
  const inPart = new Int32Array(vectors.size).fill(-1)
  members.forEach((text, at) => {
    inPart[text] = of[at] as number
  })
  const names = nameThemes(index, inPart, groups.length)
  return groups.map((own, part) => ({ ...(names[part] as { name: string; words: string[] }), members: own.map((at) => members[at] as number) }))
}

function membersOf(of: Int32Array): number[][] {
  const groups: number[][] = []
  of.forEach((group, at) => {
    groups[group] ??= []
    groups[group].push(at)
  })
  return groups
}

function stabilityOf(vectors: TextVectors, k: number | undefined, length: (text: number) => number): number {
  const size = Math.min(vectors.size, groupedInFull)
  // Every seventh is left out, another one in each sample: 86 %.
  const samples = [3, 6].map((left) => Array.from({ length: size }, (_, at) => at).filter((at) => at % 7 !== left))
  const [one, other] = samples.map((sample) => {
    const { of } = groupTexts(someTexts(vectors, sample), { k, length: (at) => length(sample[at] as number) })
    return new Map(sample.map((at, place) => [at, of[place] as number]))
  }) as [Map<number, number>, Map<number, number>]
  const shared = [...one.keys()].filter((at) => other.has(at))
  return adjustedMutualInformation(
    shared.map((at) => one.get(at) as number),
    shared.map((at) => other.get(at) as number),
  )
}
