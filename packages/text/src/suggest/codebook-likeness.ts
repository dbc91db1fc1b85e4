import type { TextVectors } from '../themes/text-vectors.ts'

/**
 * How like each text is to the words of each code, beside how like texts are to it as a rule: `texts × codes` numbers, 0 in the mean over the texts
 * and 1 in spread for every code.
 *
 * Method: cosine of meanings + ½ cosine of words, text against name and description; z-scored by code. `vectors` holds the texts first and then
 * the codes.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['a', 'b'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * const word = (stem) => ({ word: stem, start: 0, end: 1, stems: [stem] })
 * const likeness = codebookLikeness(textVectors([[word('a')], [word('b')], [word('a')]], table), 2)
 * likeness[0] > likeness[1] // => true
 */
export function codebookLikeness({ terms, meanings, dimensions }: TextVectors, texts: number): Float64Array {
  const codes = terms.length - texts
  const likeness = new Float64Array(texts * codes)
  for (let code = 0; code < codes; code++) {
    const own = meanings.subarray((texts + code) * dimensions, (texts + code + 1) * dimensions)
    const { at, weight } = terms[texts + code] as TextVectors['terms'][number]
    const words = new Map(Array.from(at, (term, index) => [term, weight[index] as number]))
    let [sum, squares] = [0, 0]
    for (let text = 0; text < texts; text++) {
      let value = 0
      for (let k = 0; k < dimensions; k++) value += (own[k] as number) * (meanings[text * dimensions + k] as number)
      const theirs = terms[text] as TextVectors['terms'][number]
      for (let index = 0; index < theirs.at.length; index++) value += 0.5 * (theirs.weight[index] as number) * (words.get(theirs.at[index] as number) ?? 0)
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
