import { findCommunities } from './find-communities.ts'
import { type Graph, nearestTexts } from './nearest-texts.ts'
import { placeTexts } from './place-texts.ts'
import { someTexts } from './some-texts.ts'
import type { TextVectors } from './text-vectors.ts'

export type GroupingOptions = {
  /** So many groups; as many as there seem to be when not said. */
  readonly k?: number | undefined
  /** How many words each text has: those of six or fewer are compared by meaning alone. */
  readonly length?: (text: number) => number
  /** The most texts that are compared each with each: 5,000. */
  readonly inFull?: number
}

export type Groups = {
  /** The group of each text, the largest 0. */
  readonly of: Int32Array
  /** How many texts the groups were found on; the others were placed in them. */
  readonly sampled: number
}

/**
 * Groups of texts that are like each other.
 *
 * Method: text.md §6.5: nearest-neighbour graph on meanings and words, half of what all have in common taken away; communities by Louvain at
 * resolution 1.5; groups of less than one in two hundred (or three) attached to the nearest. Above 5,000 texts the groups are found on a sample
 * and the others placed in the nearest.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss', 'skog'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * const texts = ['buss', 'skog', 'bussar', 'skogen', 'bussen', 'skogar']
 * [...groupTexts(textVectors(indexTexts(texts, lexiconOf(table)), table)).of] // => [0, 1, 0, 1, 0, 1]
 */
export function groupTexts(vectors: TextVectors, { k, length = () => 99, inFull = groupedInFull }: GroupingOptions = {}): Groups {
  const step = Math.ceil(vectors.size / inFull)
  const some = step > 1 ? Array.from({ length: Math.ceil(vectors.size / step) }, (_, at) => at * step) : undefined
  const part = some ? someTexts(vectors, some) : vectors
  const graph = nearestTexts(centred(part), {
    neighbours: Math.min(15, Math.max(5, Math.round(0.7 * Math.sqrt(part.size)))),
    isShort: (text) => length(some ? (some[text] as number) : text) <= shortText,
  })
  const of = k === undefined ? attached(part, findCommunities(graph), fewestIn(graph.size)) : exactly(part, graph, k)
  return { of: some ? placeTexts(vectors, some, of) : of, sampled: graph.size }
}

export const groupedInFull = 5_000
const shortText = 6

// One in two hundred, and never fewer than three.
function fewestIn(size: number): number {
  return Math.max(3, Math.round(size / 200))
}

/** Tiny groups go to the one that is nearest. */
function attached(vectors: TextVectors, of: Int32Array, fewest: number): Int32Array {
  const sizes = sizesOf(of)
  const large = sizes.flatMap((size, group) => (size >= fewest ? [group] : []))
  if (large.length === 0 || large.length === sizes.length) return of
  const kept = Array.from(of.keys()).filter((at) => large.includes(of[at] as number))
  return bySize(
    placeTexts(
      vectors,
      kept,
      Int32Array.from(kept, (at) => large.indexOf(of[at] as number)),
    ),
  )
}

/** So many groups: the lowest resolution that gives as many of some size, and then the smallest attached one by one. */
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
  for (let count = sizesOf(of).length; count > k; count--) of = withoutGroup(vectors, of, count - 1)
  return of
}

/** The texts of one group go to the nearest of the others. */
function withoutGroup(vectors: TextVectors, of: Int32Array, group: number): Int32Array {
  const kept = Array.from(of.keys()).filter((at) => of[at] !== group)
  return bySize(
    placeTexts(
      vectors,
      kept,
      Int32Array.from(kept, (at) => of[at] as number),
    ),
  )
}

/** Half of what all texts have in common taken away: what they all speak of ties none to another. */
function centred(vectors: TextVectors): TextVectors {
  const { size, meanings, dimensions } = vectors
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
  for (const group of of) sizes[group] = (sizes[group] ?? 0) + 1
  return sizes
}

function bySize(of: Int32Array): Int32Array {
  const sizes = sizesOf(of)
  const place = sizes.map((_, group) => group).sort((one, other) => (sizes[other] as number) - (sizes[one] as number) || one - other)
  const at = new Map(place.map((group, index) => [group, index]))
  return of.map((group) => at.get(group) as number)
}
