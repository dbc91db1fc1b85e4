import type { TextVectors } from './text-vectors.ts'

/**
 * Texts that show a group: the most central first, then such as are central and yet differ from those taken.
 *
 * Method: maximal marginal relevance (Carbonell & Goldstein 1998), ½ each, on meanings.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss', 'skog'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * quoteTheme(textVectors(indexTexts(['buss', 'buss', 'skog'], lexiconOf(table)), table), [0, 1, 2], 2) // => [0, 2]
 */
export function quoteTheme({ meanings, dimensions }: Pick<TextVectors, 'meanings' | 'dimensions'>, texts: readonly number[], most: number): number[] {
  const middle = new Float64Array(dimensions)
  for (const text of texts) for (let k = 0; k < dimensions; k++) middle[k] = (middle[k] as number) + (meanings[text * dimensions + k] as number)
  const length = Math.hypot(...middle) || 1
  const likeness = (one: number, other: number) => {
    let sum = 0
    for (let k = 0; k < dimensions; k++) sum += (meanings[one * dimensions + k] as number) * (meanings[other * dimensions + k] as number)
    return sum
  }
  const central = new Map(texts.map((text) => [text, middle.reduce((sum, value, k) => sum + (value / length) * (meanings[text * dimensions + k] as number), 0)]))
  // The most central hundred are enough to choose from.
  const left = texts.toSorted((one, other) => (central.get(other) ?? 0) - (central.get(one) ?? 0) || one - other).slice(0, 100)
  const taken: number[] = []
  while (taken.length < most && left.length > 0) {
    const worth = (text: number) => 0.5 * (central.get(text) ?? 0) - 0.5 * Math.max(0, ...taken.map((other) => likeness(text, other)))
    const best = left.reduce((one, text) => (worth(text) > worth(one) + 1e-9 ? text : one))
    taken.push(best)
    left.splice(left.indexOf(best), 1)
  }
  return taken
}
