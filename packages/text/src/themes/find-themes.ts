import { type AnalysedWord, wordReader } from '../words/analyse-words.ts'
import type { Lexicon } from '../words/split-compound.ts'
import type { WordTable } from '../words/word-table.ts'
import { adjustedMutualInformation } from './adjusted-mutual-information.ts'
import { findCommunities } from './find-communities.ts'
import { nameThemes } from './name-themes.ts'
import { type Graph, nearestTexts } from './nearest-texts.ts'
import { placeTexts } from './place-texts.ts'
import { quoteTheme } from './quote-theme.ts'
import { type TextVectors, textVectors } from './text-vectors.ts'

export type ThemeOptions = {
  /** So many themes; as many as there seem to be when not said. */
  readonly k?: number
  /** The question's own words, that say nothing of what an answer is about. */
  readonly question?: string
  readonly quotes?: number
  /** Whether to find the themes anew in two samples, to say how surely they would come again. */
  readonly stability?: boolean
}

export type Theme = {
  readonly name: string
  /** The words that set it apart, as they are mostly written. */
  readonly words: readonly string[]
  readonly size: number
  /** Texts, by their number: the most central first, then such as differ from those before. */
  readonly quotes: readonly number[]
}

export type Themes = {
  readonly themes: readonly Theme[]
  /** The theme of each text; -1 for one that could not be placed. */
  readonly of: Int32Array
  /** Agreement of the themes of two samples of 85 % on the texts they share: 1 the same, 0 by chance. Undefined when not asked for, or with too few texts. */
  readonly stability: number | undefined
  /** How many texts the themes were found on; the others were placed in them. */
  readonly sampled: number
}

/**
 * Themes in short Swedish texts when nothing is coded. The same texts give the same themes, in whatever order they come.
 *
 * Method: text.md §6.5: nearest-neighbour graph on meanings and words, communities by Louvain at resolution 1.5, tiny ones attached to the
 * nearest. Above 5,000 texts the themes are found on a sample and the others placed in the nearest. A text of six words or fewer is compared by meaning alone; one without a
 * known word is not placed.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss', 'skog'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * const found = findThemes(['buss', 'skog', 'bussar', 'skogen', 'bussen', 'skogar'], table, lexiconOf(table))
 * found.of[0] === found.of[2] && found.of[1] === found.of[3] && found.of[0] !== found.of[1] // => true
 */
export function findThemes(texts: readonly string[], table: WordTable, lexicon: Lexicon, { k, question = '', quotes = 5, stability = false }: ThemeOptions = {}): Themes {
  const read = wordReader(lexicon, { question })
  // In an order that comes from the texts alone.
  const order = texts
    .map((_, at) => at)
    .sort((one, other) => hashOf(texts[one] as string) - hashOf(texts[other] as string) || ((texts[one] as string) < (texts[other] as string) ? -1 : 1))
  const words = order.map((at) => read(texts[at] as string))
  const used = order.flatMap((_, place) => ((words[place] as AnalysedWord[]).length > 0 ? [place] : []))
  const vectors = textVectors(
    used.map((place) => words[place] as AnalysedWord[]),
    table,
  )
  const usedWords = used.map((place) => words[place] as AnalysedWord[])
  const found = groupTexts(vectors, usedWords, k)
  const count = found.of.reduce((most, theme) => Math.max(most, theme + 1), 0)
  const of = new Int32Array(texts.length).fill(-1)
  used.forEach((place, at) => {
    of[order[place] as number] = found.of[at] as number
  })
  const names = nameThemes(usedWords, found.of, count)
  const themes = Array.from({ length: count }, (_, theme) => {
    const own = used.flatMap((_, at) => (found.of[at] === theme ? [at] : []))
    return { ...(names[theme] as { name: string; words: string[] }), size: own.length, quotes: quoteTheme(vectors, own, quotes).map((at) => order[used[at] as number] as number) }
  })
  return { themes, of, stability: stability && used.length >= 20 ? stabilityOf(vectors, usedWords, k) : undefined, sampled: found.sampled }
}

const groupedInFull = 5_000
const shortText = 6

function groupTexts(vectors: TextVectors, words: readonly (readonly AnalysedWord[])[], k: number | undefined): { of: Int32Array; sampled: number } {
  const size = vectors.terms.length
  const step = Math.ceil(size / groupedInFull)
  const some = step > 1 ? Array.from({ length: Math.ceil(size / step) }, (_, at) => at * step) : undefined
  const part = some ? subset(vectors, some) : vectors
  const neighbours = Math.min(15, Math.max(5, Math.round(0.7 * Math.sqrt(part.terms.length))))
  const graph = nearestTexts(centred(part), {
    neighbours,
    isShort: (text) => (words[some ? (some[text] as number) : text] as readonly AnalysedWord[]).length <= shortText,
  })
  const of = k === undefined ? attached(part, findCommunities(graph), fewestIn(graph.size)) : exactly(part, graph, k)
  return { of: some ? placeTexts(vectors, some, of) : of, sampled: graph.size }
}

// One in two hundred, and never fewer than three.
function fewestIn(size: number): number {
  return Math.max(3, Math.round(size / 200))
}

/** Tiny groups go to the theme that is nearest. */
function attached(vectors: TextVectors, of: Int32Array, fewest: number): Int32Array {
  const sizes = sizesOf(of)
  const large = sizes.flatMap((size, theme) => (size >= fewest ? [theme] : []))
  if (large.length === 0 || large.length === sizes.length) return of
  const kept = Array.from(of.keys()).filter((at) => large.includes(of[at] as number))
  const placed = placeTexts(
    vectors,
    kept,
    Int32Array.from(kept, (at) => large.indexOf(of[at] as number)),
  )
  return bySize(of.map((theme, at) => (large.includes(theme) ? large.indexOf(theme) : (placed[at] as number))))
}

/** So many themes: the lowest resolution that gives as many of some size, and then the smallest attached one by one. */
function exactly(vectors: TextVectors, graph: Graph, k: number): Int32Array {
  const fewest = Math.min(fewestIn(graph.size), Math.max(1, Math.floor(graph.size / k / 4)))
  const at = (resolution: number) => sizesOf(findCommunities(graph, resolution)).filter((size) => size >= fewest).length
  let [low, high] = [0.1, 1]
  while (high < 60 && at(high) < k) high *= 1.5
  for (let turn = 0; turn < 8; turn++) {
    const middle = (low + high) / 2
    if (at(middle) >= k) high = middle
    else low = middle
  }
  let of = attached(vectors, findCommunities(graph, high), fewest)
  for (let count = sizesOf(of).length; count > k; count--) of = withoutTheme(vectors, of, count - 1)
  return of
}

/** The texts of one theme go to the nearest of the others. */
function withoutTheme(vectors: TextVectors, of: Int32Array, theme: number): Int32Array {
  const kept = Array.from(of.keys()).filter((at) => of[at] !== theme)
  return bySize(
    placeTexts(
      vectors,
      kept,
      Int32Array.from(kept, (at) => of[at] as number),
    ),
  )
}

function stabilityOf(vectors: TextVectors, words: readonly (readonly AnalysedWord[])[], k: number | undefined): number {
  const size = Math.min(vectors.terms.length, groupedInFull)
  // Every seventh is left out, another one in each sample: 86 %.
  const samples = [3, 6].map((left) => Array.from({ length: size }, (_, at) => at).filter((at) => at % 7 !== left))
  const [one, other] = samples.map((sample) => {
    const { of } = groupTexts(
      subset(vectors, sample),
      sample.map((at) => words[at] as readonly AnalysedWord[]),
      k,
    )
    return new Map(sample.map((at, place) => [at, of[place] as number]))
  }) as [Map<number, number>, Map<number, number>]
  const shared = [...one.keys()].filter((at) => other.has(at))
  return adjustedMutualInformation(
    shared.map((at) => one.get(at) as number),
    shared.map((at) => other.get(at) as number),
  )
}

function subset({ terms, vocabulary, meanings, dimensions }: TextVectors, which: readonly number[]): TextVectors {
  const taken = new Float32Array(which.length * dimensions)
  which.forEach((at, place) => {
    taken.set(meanings.subarray(at * dimensions, (at + 1) * dimensions), place * dimensions)
  })
  return { terms: which.map((at) => terms[at] as TextVectors['terms'][number]), vocabulary, meanings: taken, dimensions }
}

/** Half of what all texts have in common taken away: what they all speak of ties none to another. */
function centred(vectors: TextVectors): TextVectors {
  const { meanings, dimensions } = vectors
  const size = vectors.terms.length
  const [middle, moved] = [new Float64Array(dimensions), Float32Array.from(meanings)]
  for (let at = 0; at < meanings.length; at++) middle[at % dimensions] = (middle[at % dimensions] as number) + (meanings[at] as number) / size
  for (let text = 0; text < size; text++) {
    let squares = 0
    for (let k = 0; k < dimensions; k++) {
      const at = text * dimensions + k
      if (meanings[at] !== 0) moved[at] = (moved[at] as number) - (middle[k] as number) / 2
      squares += (moved[at] as number) ** 2
    }
    const length = Math.sqrt(squares) || 1
    for (let k = 0; k < dimensions; k++) moved[text * dimensions + k] = (moved[text * dimensions + k] as number) / length
  }
  return { ...vectors, meanings: moved }
}

function sizesOf(of: Int32Array): number[] {
  const sizes: number[] = []
  for (const theme of of) sizes[theme] = (sizes[theme] ?? 0) + 1
  return sizes
}

function bySize(of: Int32Array): Int32Array {
  const sizes = sizesOf(of)
  const place = sizes.map((_, theme) => theme).sort((one, other) => (sizes[other] as number) - (sizes[one] as number) || one - other)
  const at = new Map(place.map((theme, index) => [theme, index]))
  return of.map((theme) => at.get(theme) as number)
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
