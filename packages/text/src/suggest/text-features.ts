import type { TextVectors } from '../themes/text-vectors.ts'
import type { TextIndex } from '../words/index-texts.ts'

/** Texts as sparse rows of numbers: words, then runs of letters, then meaning. */
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
 * A maker of rows for some of the texts at a time: everything a code may be learnt from. The TF-IDF of words and parts of compounds, of runs of
 * three to five letters (0.7), and the place among meanings, one after another. Runs are counted in 131,072 buckets by hash; how many texts hold them
 * is counted once, over all.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: ['buss'], formCounts: [1], stems: ['buss'], stemCounts: [1], dimensions: 2, vectors: Int8Array.of(127, 0), scales: [1] }))
 * const index = indexTexts(['buss', 'skog'], lexiconOf(table))
 * textFeatures(index, textVectors(index, table))([0]).size // => 1
 */
export function textFeatures(index: TextIndex, vectors: TextVectors): (which: readonly number[]) => Features {
  const { vocabulary, terms, weights, starts: termStarts, meanings, dimensions } = vectors
  const runsOf = index.forms.map(runsOfForm)
  const [times, documents, shares] = [new Uint16Array(buckets), new Uint32Array(buckets), new Float64Array(buckets)]
  // The buckets that a text touches, each once; how often is left in `times`, for the caller to clear.
  const touched = new Uint32Array(buckets)
  const touch = (text: number): number => {
    let many = 0
    for (let at = index.starts[text] as number; at < (index.starts[text + 1] as number); at++)
      for (const bucket of runsOf[index.words[at] as number] as Uint32Array) {
        if (times[bucket] === 0) touched[many++] = bucket
        times[bucket] = Math.min(65_535, (times[bucket] as number) + 1)
      }
    return many
  }
  for (let text = 0; text < index.size; text++)
    for (let many = touch(text), at = 0; at < many; at++) {
      const bucket = touched[at] as number
      documents[bucket] = (documents[bucket] as number) + 1
      times[bucket] = 0
    }
  const rarity = Float64Array.from(documents, (many) => Math.log(1 + index.size / Math.max(1, many)))

  return (which) => {
    const [rows, starts] = [growingRows(), new Uint32Array(which.length + 1)]
    which.forEach((text, place) => {
      for (let at = termStarts[text] as number; at < (termStarts[text + 1] as number); at++) rows.push(terms[at] as number, weights[at] as number)
      const many = touch(text)
      let squares = 0
      for (let at = 0; at < many; at++) {
        const bucket = touched[at] as number
        const count = times[bucket] as number
        const share = (count === 1 ? 1 : 1 + Math.log(count)) * (rarity[bucket] as number)
        shares[bucket] = share
        squares += share * share
        times[bucket] = 0
      }
      const scale = letterWeight / (Math.sqrt(squares) || 1)
      for (let at = 0; at < many; at++) rows.push(vocabulary + (touched[at] as number), scale * (shares[touched[at] as number] as number))
      for (let k = 0; k < dimensions; k++) {
        const value = meanings[text * dimensions + k] as number
        if (value !== 0) rows.push(vocabulary + buckets + k, value)
      }
      starts[place + 1] = rows.length()
    })
    return { size: which.length, width: vocabulary + buckets + dimensions, starts, ...rows.done() }
  }
}

function runsOfForm(form: string): Uint32Array {
  const edged = ` ${form} `
  const runs: number[] = []
  for (let length = 3; length <= 5; length++)
    for (let at = 0; at + length <= edged.length; at++) {
      let hash = 0x811c9dc5
      for (let letter = at; letter < at + length; letter++) hash = Math.imul(hash ^ edged.charCodeAt(letter), 0x01000193)
      runs.push((hash >>> 0) % buckets)
    }
  return Uint32Array.from(runs)
}

function growingRows() {
  let [columns, values, length] = [new Uint32Array(1 << 14), new Float32Array(1 << 14), 0]
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
