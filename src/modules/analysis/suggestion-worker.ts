import { parentPort, workerData } from 'node:worker_threads'
import { type Code, type CodesOfTexts, learnCodes, lexiconOf, prepareTexts, suggestFor } from '#text'
import { readWords } from './lexicon-store.server.ts'
import { type PackedSuggestions, packSuggestions } from './rules/packed-suggestions.ts'

export type SuggestionMaterial = { readonly texts: readonly string[]; readonly codebook: readonly Code[] }
/** What is coded and refused so far, by the number of the text, and the texts that nobody has decided on. */
export type SuggestionOrder = { readonly coded: CodesOfTexts; readonly refused: CodesOfTexts; readonly undecided: readonly number[] }
export type SuggestionMessage = { readonly suggestions: PackedSuggestions; readonly learntFrom: number }

const most = 3

// Reading texts and learning codes is work for a thread of its own, so that the web is never held up. The texts are read once; then each order learns anew.
const { texts, codebook } = workerData as SuggestionMaterial
const table = readWords()
const prepared = prepareTexts(texts, codebook, table, lexiconOf(table))

parentPort?.on('message', ({ coded, refused, undecided }: SuggestionOrder) => {
  const learnt = learnCodes(prepared, coded, { refused })
  const suggestions = packSuggestions(prepared.codes, suggestFor(prepared, learnt, undecided, { most, refused }), most)
  const { code, certainty, wordsEnd } = suggestions
  parentPort?.postMessage({ suggestions, learntFrom: coded.size } satisfies SuggestionMessage, [code.buffer, certainty.buffer, wordsEnd.buffer])
})
