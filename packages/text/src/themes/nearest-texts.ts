import type { TextVectors } from './text-vectors.ts'

export type Graph = {
  readonly size: number
  /** The neighbours of node i stand at starts[i] to starts[i + 1]. */
  readonly starts: Uint32Array
  readonly neighbours: Uint32Array
  readonly weights: Float32Array
}

export type NearnessOptions = {
  /** How many neighbours each text is tied to: 15. */
  readonly neighbours?: number
  /** How much words weigh beside meanings: 0.8; texts of six words or fewer are compared by meanings alone. */
  readonly wordWeight?: number
  readonly isShort?: (text: number) => boolean
}

/**
 * Which texts are like which: each is tied to its nearest, by the square of their likeness, both ways.
 *
 * Method: likeness = (meaning · meaning + w · words · words) / (1 + w), cosines both; exact, every pair is compared. Ties are broken by
 * the order of the texts.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss', 'skog'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * const graph = nearestTexts(textVectors(indexTexts(['buss', 'buss', 'skog'], lexiconOf(table)), table))
 * [...graph.neighbours] // => [1, 0]
 */
export function nearestTexts(vectors: TextVectors, { neighbours = 15, wordWeight = 0.8, isShort = () => false }: NearnessOptions = {}): Graph {
  const { size, starts, terms, weights, meanings, dimensions } = vectors
  const postings = postingsOf(vectors)
  // As they are reckoned with, so that none is widened again for every pair.
  const wide = Float64Array.from(meanings)
  const ties: Map<number, number>[] = Array.from({ length: size }, () => new Map())
  const likeness = new Float64Array(size)
  const place = new Int32Array(neighbours + 1)
  for (let i = 0; i < size; i++) {
    likenMeanings(likeness, wide, i, dimensions)
    const words = isShort(i) ? 0 : wordWeight
    for (let each = starts[i] as number; each < (starts[i + 1] as number) && words > 0; each++) {
      const term = terms[each] as number
      const scale = words * (weights[each] as number)
      for (let post = postings.starts[term] as number; post < (postings.starts[term + 1] as number); post++) {
        const j = postings.texts[post] as number
        likeness[j] = (likeness[j] as number) + scale * (postings.weights[post] as number)
      }
    }
    likeness[i] = -1
    let found = 0
    for (let j = 0; j < size; j++) {
      const value = likeness[j] as number
      if (value <= 0 || (found === neighbours && value <= (likeness[place[found - 1] as number] as number))) continue
      let slot = Math.min(found, neighbours - 1)
      while (slot > 0 && (likeness[place[slot - 1] as number] as number) < value) {
        place[slot] = place[slot - 1] as number
        slot--
      }
      place[slot] = j
      if (found < neighbours) found++
    }
    for (let rank = 0; rank < found; rank++) {
      const j = place[rank] as number
      const tie = ((likeness[j] as number) / (1 + words)) ** 2
      ties[i]?.set(j, Math.max(tie, ties[i]?.get(j) ?? 0))
      ties[j]?.set(i, Math.max(tie, ties[j]?.get(i) ?? 0))
    }
  }
  return graphOf(ties)
}

/** How like the meaning of each text is to that of one; four texts at a time, whose sums do not wait for each other. */
function likenMeanings(likeness: Float64Array, meanings: Float64Array, text: number, dimensions: number) {
  const [own, size] = [meanings.subarray(text * dimensions, (text + 1) * dimensions), likeness.length]
  let j = 0
  for (; j + 3 < size; j += 4) {
    const first = j * dimensions
    const [second, third, fourth] = [first + dimensions, first + 2 * dimensions, first + 3 * dimensions]
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let k = 0; k < dimensions; k++) {
      const value = own[k] as number
      a += value * (meanings[first + k] as number)
      b += value * (meanings[second + k] as number)
      c += value * (meanings[third + k] as number)
      d += value * (meanings[fourth + k] as number)
    }
    likeness[j] = a
    likeness[j + 1] = b
    likeness[j + 2] = c
    likeness[j + 3] = d
  }
  for (; j < size; j++) {
    let sum = 0
    for (let k = 0; k < dimensions; k++) sum += (own[k] as number) * (meanings[j * dimensions + k] as number)
    likeness[j] = sum
  }
}

/** The other way about: of each term the texts that hold it. */
function postingsOf({ size, vocabulary, starts: textStarts, terms, weights: textWeights }: TextVectors) {
  const starts = new Uint32Array(vocabulary + 1)
  for (const term of terms) starts[term + 1] = (starts[term + 1] as number) + 1
  for (let term = 0; term < vocabulary; term++) starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number)
  const [texts, weights, next] = [new Uint32Array(terms.length), new Float32Array(terms.length), starts.slice()]
  for (let text = 0; text < size; text++)
    for (let at = textStarts[text] as number; at < (textStarts[text + 1] as number); at++) {
      const place = next[terms[at] as number] as number
      texts[place] = text
      weights[place] = textWeights[at] as number
      next[terms[at] as number] = place + 1
    }
  return { starts, texts, weights }
}

function graphOf(ties: readonly ReadonlyMap<number, number>[]): Graph {
  const starts = new Uint32Array(ties.length + 1)
  ties.forEach((own, node) => {
    starts[node + 1] = (starts[node] as number) + own.size
  })
  const [neighbours, weights] = [new Uint32Array(starts[ties.length] as number), new Float32Array(starts[ties.length] as number)]
  ties.forEach((own, node) => {
    let at = starts[node] as number
    for (const [other, weight] of [...own].sort((one, next) => one[0] - next[0])) {
      neighbours[at] = other
      weights[at++] = weight
    }
  })
  return { size: ties.length, starts, neighbours, weights }
}
