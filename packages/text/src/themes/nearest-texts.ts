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
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['a', 'b'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * const word = (stem) => ({ word: stem, start: 0, end: 1, stems: [stem] })
 * const graph = nearestTexts(textVectors([[word('a')], [word('a')], [word('b')]], table))
 * [...graph.neighbours] // => [1, 0]
 */
export function nearestTexts({ terms, vocabulary, meanings, dimensions }: TextVectors, { neighbours = 15, wordWeight = 0.8, isShort = () => false }: NearnessOptions = {}): Graph {
  const size = terms.length
  const postings = postingsOf(terms, vocabulary.length)
  const ties: Map<number, number>[] = Array.from({ length: size }, () => new Map())
  const likeness = new Float64Array(size)
  const place = new Int32Array(neighbours + 1)
  for (let i = 0; i < size; i++) {
    const own = meanings.subarray(i * dimensions, (i + 1) * dimensions)
    for (let j = 0; j < size; j++) {
      let sum = 0
      const base = j * dimensions
      for (let k = 0; k < dimensions; k++) sum += (own[k] as number) * (meanings[base + k] as number)
      likeness[j] = sum
    }
    const words = isShort(i) ? 0 : wordWeight
    const { at, weight } = terms[i] as TextVectors['terms'][number]
    for (let term = 0; term < at.length && words > 0; term++) {
      const from = postings.starts[at[term] as number] as number
      const until = postings.starts[(at[term] as number) + 1] as number
      const scale = words * (weight[term] as number)
      for (let each = from; each < until; each++) {
        const j = postings.texts[each] as number
        likeness[j] = (likeness[j] as number) + scale * (postings.weights[each] as number)
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

function postingsOf(terms: TextVectors['terms'], vocabulary: number) {
  const starts = new Uint32Array(vocabulary + 1)
  for (const { at } of terms) for (const term of at) starts[term + 1] = (starts[term + 1] as number) + 1
  for (let term = 0; term < vocabulary; term++) starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number)
  const [texts, weights, next] = [new Uint32Array(starts[vocabulary] as number), new Float32Array(starts[vocabulary] as number), starts.slice()]
  terms.forEach(({ at, weight }, text) => {
    at.forEach((term, index) => {
      texts[next[term] as number] = text
      weights[next[term] as number] = weight[index] as number
      next[term] = (next[term] as number) + 1
    })
  })
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
