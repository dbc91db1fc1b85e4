import type { Lexicon } from '../words/split-compound.ts'
import type { ReadingOptions } from '../words/stems-of-word.ts'
import type { WordTable } from '../words/word-table.ts'
import type { AutoAccept } from './accept-sure.ts'
import { certaintyOf } from './calibrate-certainty.ts'
import { type CodesOfTexts, type LearntCodes, learnCodes } from './learn-codes.ts'
import { type Code, type PreparedTexts, prepareTexts } from './prepare-texts.ts'
import { scoreTexts } from './score-texts.ts'
import { tellingWords } from './telling-words.ts'

export type Suggestion = {
  readonly code: string
  readonly certainty: number
  /** Words of the text without which it would be less certain. */
  readonly why: readonly string[]
  /** Whether it is certain enough to be one of the text's codes. */
  readonly chosen: boolean
}
export type Suggestions = {
  /** Of each text, the likeliest codes first. */
  readonly suggestions: readonly (readonly Suggestion[])[]
  readonly autoAccept: AutoAccept | undefined
}

/**
 * Codes for texts, from what is coded and refused so far and from the words of the codebook: `prepareTexts`, `learnCodes` and `suggestFor` in a row.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss', 'skog'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * const codebook = [{ code: 'b', name: 'Buss', description: '' }, { code: 's', name: 'Skog', description: '' }]
 * const { suggestions } = suggestCodes(['bussen', 'skogen', 'bussar'], codebook, new Map(), table, lexiconOf(table))
 * suggestions.map(([first]) => first.code) // => ['b', 's', 'b']
 */
export function suggestCodes(
  texts: readonly string[],
  codebook: readonly Code[],
  coded: CodesOfTexts,
  table: WordTable,
  lexicon: Lexicon,
  { most = 3, why = true, refused = new Map(), ...reading }: SuggestingOptions & { readonly refused?: CodesOfTexts } & ReadingOptions = {},
): Suggestions {
  const prepared = prepareTexts(texts, codebook, table, lexicon, reading)
  const learnt = learnCodes(prepared, coded, { refused })
  return {
    suggestions: suggestFor(
      prepared,
      learnt,
      texts.map((_, at) => at),
      { most, why, refused },
    ),
    autoAccept: learnt.autoAccept,
  }
}

export type SuggestingOptions = { readonly most?: number; readonly why?: boolean; readonly refused?: CodesOfTexts }

/**
 * The likeliest codes of some texts, by what is learnt; a code that was refused for a text is not suggested for it again.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss', 'skog'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * const prepared = prepareTexts(['bussen', 'skogen'], [{ code: 'b', name: 'Buss', description: '' }, { code: 's', name: 'Skog', description: '' }], table, lexiconOf(table))
 * suggestFor(prepared, learnCodes(prepared, new Map()), [1], { most: 1 })[0].map(({ code, why }) => [code, why]) // => [['s', ['skogen']]]
 */
export function suggestFor(prepared: PreparedTexts, learnt: LearntCodes, texts: readonly number[], options: SuggestingOptions = {}): Suggestion[][] {
  const suggest = suggesting(prepared, learnt, options)
  return Array.from({ length: Math.ceil(texts.length / atATime) }, (_, part) => suggest(texts.slice(part * atATime, (part + 1) * atATime))).flat()
}

/**
 * The same for a few texts at a time: what they have in common is reckoned once.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: [], formCounts: [], stems: ['buss', 'skog'], stemCounts: [1, 1], dimensions: 2, vectors: Int8Array.of(127, 0, 0, 127), scales: [1, 1] }))
 * const prepared = prepareTexts(['bussen', 'skogen'], [{ code: 'b', name: 'Buss', description: '' }, { code: 's', name: 'Skog', description: '' }], table, lexiconOf(table))
 * suggesting(prepared, learnCodes(prepared, new Map()), { most: 1 })([0])[0].map(({ code }) => code) // => ['b']
 */
export function suggesting(
  prepared: PreparedTexts,
  learnt: LearntCodes,
  { most = 3, why = true, refused = new Map() }: SuggestingOptions = {},
): (texts: readonly number[]) => Suggestion[][] {
  const { codes, placeOf, likeness, rows } = prepared
  const explain = why ? tellingWords(prepared, learnt) : () => []
  return (texts) => {
    const places = texts.map((text) => placeOf[text] as number)
    const scores = learnt.separators ? scoreTexts(rows(places), learnt.separators) : new Float64Array(places.length * codes.length)
    return texts.map((text, at) => {
      const place = places[at] as number
      const row = Float64Array.from(codes, (_, code) => (scores[at * codes.length + code] as number) + learnt.priorWeight * (likeness[place * codes.length + code] as number))
      for (const code of refused.get(text) ?? []) if (codes.includes(code)) row[codes.indexOf(code)] = Number.NEGATIVE_INFINITY
      const ranked = highest(row, Math.max(2, most))
      const [first, second] = ranked
      return ranked.slice(0, most).map((code) => {
        const beside = code === first ? second : first
        const score = row[code] as number
        const certainty = certaintyOf(learnt.calibration, score, beside === undefined ? score : score - (row[beside] as number))
        return { code: codes[code] as string, certainty, why: explain(place, code), chosen: certainty >= (learnt.thresholds[code] as number) }
      })
    })
  }
}

/** The codes with the highest scores, the highest first; of two alike the one that stands first. */
function highest(row: Float64Array, most: number): number[] {
  const best: number[] = []
  for (let code = 0; code < row.length; code++) {
    const score = row[code] as number
    if (score === Number.NEGATIVE_INFINITY || (best.length === most && score <= (row[best[most - 1] as number] as number))) continue
    let at = best.length
    while (at > 0 && (row[best[at - 1] as number] as number) < score) at--
    best.splice(at, 0, code)
    if (best.length > most) best.pop()
  }
  return best
}

// So many rows of features are held at a time.
const atATime = 2_000
