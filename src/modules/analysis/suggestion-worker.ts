import { parentPort, workerData } from 'node:worker_threads'
import { type Code, type CodesOfTexts, type LearntCodes, learnCodes, lexiconOf, prepareTexts, suggestFor } from '#text'
import { readWords } from './lexicon-store.server.ts'
import { type PackedSuggestions, packSuggestions } from './rules/packed-suggestions.ts'

export type SuggestionMaterial = { readonly texts: readonly string[]; readonly codebook: readonly Code[] }
/**
 * What is coded and refused so far, by the number of the text, the texts that nobody has decided on, those of them that somebody is about to read, and whether
 * certainty must be tried on all that is coded.
 */
export type SuggestionOrder = {
  readonly coded: CodesOfTexts
  readonly refused: CodesOfTexts
  readonly undecided: readonly number[]
  readonly soon: readonly number[]
  readonly isExact: boolean
}
/** First those that somebody is about to read, where there are any, and then all that are undecided. */
export type SuggestionMessage = { readonly of: 'soon' | 'undecided'; readonly suggestions: PackedSuggestions; readonly learntFrom: number }

const most = 3

// Reading texts and learning codes is work for a thread of its own, so that the web is never held up. The texts are read once; then each order learns anew.
const { texts, codebook } = workerData as SuggestionMaterial
const table = readWords()
const prepared = prepareTexts(texts, codebook, table, lexiconOf(table))

// What certainty is worth takes five times as long to learn as the codes, and hardly moves by one coding more.
let tried: { readonly learnt: LearntCodes; readonly coded: number } | undefined
const grown = 0.1

parentPort?.on('message', ({ coded, refused, undecided, soon, isExact }: SuggestionOrder) => {
  const isDue = isExact || tried === undefined || Math.abs(coded.size - tried.coded) > grown * tried.coded
  const learnt = learnCodes(prepared, coded, { refused, check: isDue })
  if (isDue) tried = { learnt, coded: coded.size }
  const asTried = tried ? { ...learnt, calibration: tried.learnt.calibration, thresholds: tried.learnt.thresholds } : learnt
  const tell = (of: SuggestionMessage['of'], numbers: readonly number[]) => {
    const suggestions = packSuggestions(prepared.codes, suggestFor(prepared, asTried, numbers, { most, refused }), most)
    const { code, certainty, wordsEnd } = suggestions
    parentPort?.postMessage({ of, suggestions, learntFrom: coded.size } satisfies SuggestionMessage, [code.buffer, certainty.buffer, wordsEnd.buffer])
  }
  if (soon.length > 0) tell('soon', soon)
  tell('undecided', undecided)
})
