import type { TextVectors } from '../themes/text-vectors.ts'
import type { TextIndex } from '../words/index-texts.ts'

/** Texts as rows of numbers: words and then runs of letters, where most are nothing, and meanings. */
export type Features = {
  readonly size: number
  readonly width: number
  readonly starts: Uint32Array
  readonly columns: Uint32Array
  readonly values: Float32Array
  /** `dimensions` numbers a text. */
  readonly dimensions: number
  readonly meanings: Float32Array
}

const buckets = 1 << 17
const letterWeight = 0.7

/**
 * A maker of rows for some of the texts at a time: everything a code may be learnt from. The TF-IDF of words and parts of compounds, of runs of
 * three to five letters (0.7), one after another, and the place among meanings. Runs are counted in 131,072 buckets by hash; how many texts hold them
 * is counted once, over all.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: ['buss'], formCounts: [1], stems: ['buss'], stemCounts: [1], dimensions: 2, vectors: Int8Array.of(127, 0), scales: [1] }))
 * const index = indexTexts(['buss', 'skog'], lexiconOf(table))
 * textFeatures(index, textVectors(index, table))([0]).size // => 1
 */
export function textFeatures(index: TextIndex, vectors: TextVectors): (which: readonly number[]) => Features {
  const { vocabulary, terms, weights, starts: termStarts, meanings, dimensions } = vectors
  const { runStarts, runs } = runsOfForms(index.forms)
  const [times, documents, shares] = [new Uint16Array(buckets), new Uint32Array(buckets), new Float64Array(buckets)]
  // The buckets that a text touches, each once; how often is left in `times`, for the caller to clear.
  const touched = new Uint32Array(buckets)
  const touch = (text: number): number => {
    let many = 0
    for (let at = index.starts[text] as number, end = index.starts[text + 1] as number; at < end; at++) {
      const form = index.words[at] as number
      for (let each = runStarts[form] as number, last = runStarts[form + 1] as number; each < last; each++) {
        const bucket = runs[each] as number
        const before = times[bucket] as number
        if (before === 0) touched[many++] = bucket
        if (before < 65_535) times[bucket] = before + 1
      }
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
  const mostRuns = (text: number) => {
    let sum = 0
    for (let at = index.starts[text] as number; at < (index.starts[text + 1] as number); at++) {
      const form = index.words[at] as number
      sum += (runStarts[form + 1] as number) - (runStarts[form] as number)
    }
    return sum
  }

  return (which) => {
    const room = which.reduce((sum, text) => sum + (termStarts[text + 1] as number) - (termStarts[text] as number) + mostRuns(text), 0)
    const [starts, columns, values, own] = [new Uint32Array(which.length + 1), new Uint32Array(room), new Float32Array(room), new Float32Array(which.length * dimensions)]
    let length = 0
    for (let place = 0; place < which.length; place++) {
      const text = which[place] as number
      for (let at = termStarts[text] as number, end = termStarts[text + 1] as number; at < end; at++) {
        columns[length] = terms[at] as number
        values[length++] = weights[at] as number
      }
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
      for (let at = 0; at < many; at++) {
        const bucket = touched[at] as number
        columns[length] = vocabulary + bucket
        values[length++] = scale * (shares[bucket] as number)
      }
      own.set(meanings.subarray(text * dimensions, (text + 1) * dimensions), place * dimensions)
      starts[place + 1] = length
    }
    return { size: which.length, width: vocabulary + buckets, starts, columns: columns.subarray(0, length), values: values.subarray(0, length), dimensions, meanings: own }
  }
}

function runsOfForms(forms: readonly string[]) {
  const runStarts = new Uint32Array(forms.length + 1)
  const runsIn = (letters: number) => Math.max(0, letters) + Math.max(0, letters - 1) + Math.max(0, letters - 2)
  forms.forEach((form, at) => {
    runStarts[at + 1] = (runStarts[at] as number) + runsIn(form.length)
  })
  const runs = new Uint32Array(runStarts[forms.length] as number)
  let next = 0
  for (const form of forms) {
    const edged = ` ${form} `
    for (let length = 3; length <= 5; length++)
      for (let at = 0; at + length <= edged.length; at++) {
        let hash = 0x811c9dc5
        for (let letter = at; letter < at + length; letter++) hash = Math.imul(hash ^ edged.charCodeAt(letter), 0x01000193)
        runs[next++] = (hash >>> 0) % buckets
      }
  }
  return { runStarts, runs }
}
