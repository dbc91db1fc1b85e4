import type { TextVectors } from '../themes/text-vectors.ts'
import type { AnalysedWord } from '../words/analyse-words.ts'

/** Texts as sparse rows of numbers: words, then parts of words, then meaning. */
export type Features = {
  readonly size: number
  readonly width: number
  readonly starts: Uint32Array
  readonly columns: Uint32Array
  readonly values: Float32Array
}

const buckets = 1 << 17
const letterWeight = 0.7

/**
 * Everything a code may be learnt from: the TF-IDF of words and parts of compounds, of runs of three to five letters (0.7), and the place among
 * meanings, one after another. Runs are counted in 131,072 buckets by hash.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss'], stemCounts: [1], dimensions: 2, vectors: Int8Array.of(127, 0), scales: [1] }))
 * const texts = [[{ word: 'buss', start: 0, end: 4, stems: ['buss'] }]]
 * textFeatures(texts, textVectors(texts, table)).size // => 1
 */
export function textFeatures(texts: readonly (readonly AnalysedWord[])[], vectors: TextVectors): Features {
  const { terms, vocabulary, meanings, dimensions } = vectors
  const [times, documents] = [new Uint16Array(buckets), new Uint32Array(buckets)]
  for (const words of texts) for (const bucket of countRuns(words, times)) documents[bucket] = (documents[bucket] as number) + 1
  const [rows, starts] = [growingRows(), new Uint32Array(texts.length + 1)]
  texts.forEach((words, text) => {
    const { at, weight } = terms[text] as TextVectors['terms'][number]
    at.forEach((term, index) => {
      rows.push(term, weight[index] as number)
    })
    const runs = countRuns(words, times, (bucket, many) => (1 + Math.log(many)) * Math.log(1 + texts.length / (documents[bucket] as number)))
    const length = Math.sqrt(runs.reduce((sum, bucket) => sum + (weights[bucket] as number) ** 2, 0)) || 1
    for (const bucket of runs) rows.push(vocabulary.length + bucket, (letterWeight * (weights[bucket] as number)) / length)
    for (let k = 0; k < dimensions; k++) {
      const value = meanings[text * dimensions + k] as number
      if (value !== 0) rows.push(vocabulary.length + buckets + k, value)
    }
    starts[text + 1] = rows.length()
  })
  return { size: texts.length, width: vocabulary.length + buckets + dimensions, starts, ...rows.done() }
}

// Worked in again and again: the weights of the runs of the text at hand.
const weights = new Float64Array(buckets)

/** The runs of letters of a text, each once. `times` is counted in, and left at nothing. */
function countRuns(words: readonly AnalysedWord[], times: Uint16Array, weigh?: (bucket: number, many: number) => number): number[] {
  const touched: number[] = []
  for (const { word } of words) {
    const edged = ` ${word} `
    for (let length = 3; length <= 5; length++)
      for (let at = 0; at + length <= edged.length; at++) {
        let hash = 0x811c9dc5
        for (let letter = at; letter < at + length; letter++) hash = Math.imul(hash ^ edged.charCodeAt(letter), 0x01000193)
        const bucket = (hash >>> 0) % buckets
        if (times[bucket] === 0) touched.push(bucket)
        times[bucket] = Math.min(65_535, (times[bucket] as number) + 1)
      }
  }
  for (const bucket of touched) {
    if (weigh) weights[bucket] = weigh(bucket, times[bucket] as number)
    times[bucket] = 0
  }
  return touched
}

function growingRows() {
  let [columns, values, length] = [new Uint32Array(1 << 16), new Float32Array(1 << 16), 0]
  return {
    length: () => length,
    push: (column: number, value: number) => {
      if (length === columns.length) {
        const [more, wider] = [new Uint32Array(length * 2), new Float32Array(length * 2)]
        more.set(columns)
        wider.set(values)
        columns = more
        values = wider
      }
      columns[length] = column
      values[length++] = value
    },
    done: () => ({ columns: columns.subarray(0, length), values: values.subarray(0, length) }),
  }
}
