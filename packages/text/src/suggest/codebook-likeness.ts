import type { TextVectors } from '../themes/text-vectors.ts'

/**
 * How like each text is to the words of each code, beside how like texts are to it as a rule: `texts × codes` numbers, 0 in the mean over the texts
 * and 1 in spread for every code.
 *
 * Method: cosine of meanings + ½ cosine of words, text against name and description; z-scored by code. `vectors` holds the texts first and then
 * the codes.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss', 'skog'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * const likeness = codebookLikeness(textVectors(indexTexts(['buss', 'skog', 'bussar'], lexiconOf(table)), table), 2)
 * likeness[0] > likeness[1] // => true
 */
export function codebookLikeness({ size, vocabulary, starts, terms, weights, meanings, dimensions }: TextVectors, texts: number): Float32Array {
  const codes = size - texts
  const likeness = new Float32Array(texts * codes)
  const words = new Float32Array(vocabulary)
  for (let code = 0; code < codes; code++) {
    const own = meanings.subarray((texts + code) * dimensions, (texts + code + 1) * dimensions)
    words.fill(0)
    for (let at = starts[texts + code] as number; at < (starts[texts + code + 1] as number); at++) words[terms[at] as number] = wordWeight * (weights[at] as number)
    let [sum, squares] = [0, 0]
    for (let text = 0; text < texts; text++) {
      let value = 0
      for (let k = 0; k < dimensions; k++) value += (own[k] as number) * (meanings[text * dimensions + k] as number)
      for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) value += (weights[at] as number) * (words[terms[at] as number] as number)
      likeness[text * codes + code] = value
      sum += value
      squares += value * value
    }
    const mean = sum / Math.max(1, texts)
    const spread = Math.sqrt(Math.max(1e-12, squares / Math.max(1, texts) - mean * mean))
    for (let text = 0; text < texts; text++) likeness[text * codes + code] = ((likeness[text * codes + code] as number) - mean) / spread
  }
  return likeness
}

const wordWeight = 0.5
