import { type TextVectors, textVectors } from '../themes/text-vectors.ts'
import { canonicalOrder } from '../words/canonical-order.ts'
import { indexTexts, type TextIndex } from '../words/index-texts.ts'
import type { Lexicon } from '../words/split-compound.ts'
import type { ReadingOptions } from '../words/stems-of-word.ts'
import type { WordTable } from '../words/word-table.ts'
import { codebookLikeness } from './codebook-likeness.ts'
import { type Features, textFeatures } from './text-features.ts'

export type Code = { readonly code: string; readonly name: string; readonly description: string }

/** Texts and a codebook made ready once; what is learnt from each decision is reckoned on this. */
export type PreparedTexts = {
  readonly size: number
  readonly codes: readonly string[]
  /** The text that stands at each place here, and the place of each text. */
  readonly order: readonly number[]
  readonly placeOf: Uint32Array
  readonly table: WordTable
  /** The texts first, then the codes by their words. */
  readonly index: TextIndex
  readonly vectors: TextVectors
  readonly rows: (which: readonly number[]) => Features
  /** See `codebookLikeness`. */
  readonly likeness: Float32Array
}

/**
 * Reads texts and the words of a codebook, for suggesting codes again and again as coding goes on. The texts are taken in an order of their own, so that the
 * same texts get the same suggestions in whatever order they come.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss'], stemCounts: [1], dimensions: 1, vectors: Int8Array.of(127), scales: [1] }))
 * prepareTexts(['bussen', 'skogen'], [{ code: 'b', name: 'Buss', description: '' }], table, lexiconOf(table)).size // => 2
 */
export function prepareTexts(texts: readonly string[], codebook: readonly Code[], table: WordTable, lexicon: Lexicon, options: ReadingOptions = {}): PreparedTexts {
  const order = canonicalOrder(texts)
  const placeOf = new Uint32Array(texts.length)
  order.forEach((text, place) => {
    placeOf[text] = place
  })
  const index = indexTexts([...order.map((at) => texts[at] as string), ...codebook.map(({ name, description }) => `${name}. ${description}`)], lexicon, options)
  const vectors = textVectors(index, table)
  return {
    size: texts.length,
    codes: codebook.map(({ code }) => code),
    order,
    placeOf,
    table,
    index,
    vectors,
    rows: textFeatures(index, vectors),
    likeness: codebookLikeness(vectors, texts.length),
  }
}
