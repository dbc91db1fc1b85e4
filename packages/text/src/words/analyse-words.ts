import { repairSpelling } from './repair-spelling.ts'
import { type Lexicon, splitCompound } from './split-compound.ts'
import { stemSwedish } from './stem-swedish.ts'
import { stopWords } from './stop-words.ts'
import { tokenise } from './tokenise.ts'

/** One word of a text as it is analysed: its place, and the stems it is counted as, the whole before its parts. */
export type AnalysedWord = { readonly word: string; readonly start: number; readonly end: number; readonly stems: readonly string[] }

/**
 * A reader of texts for one analysis: words with the stems they count as, misspelt ones as they were probably meant. Small words and the question's own words are left out; the
 * parts of a compound are added beside the whole.
 *
 * @example
 * const lexicon = { count: (form) => (['äldre', 'omsorg'].includes(form) ? 50 : 0), stemCount: (stem) => (['äldr', 'omsorg'].includes(stem) ? 50 : 0), continued: (start) => (start === 'äldre' ? 9 : 0) }
 * wordReader(lexicon)('Bättre äldreomsorg, inte sämre').map(({ stems }) => stems) // => [['bättr'], ['äldreomsorg', 'äldr', 'omsorg'], ['int'], ['sämr']]
 */
export function wordReader(lexicon: Lexicon, { question = '' }: { question?: string } = {}): (text: string) => AnalysedWord[] {
  const asked = new Set(tokenise(question).map(({ word }) => stemSwedish(word)))
  const known = new Map<string, readonly string[]>()
  const stemsOf = (written: string): readonly string[] => {
    const before = known.get(written)
    if (before) return before
    const word = repairSpelling(written, lexicon)
    const whole = stemSwedish(word)
    const parts = splitCompound(word, lexicon).map(stemSwedish)
    const stems =
      stopWords.has(word) || asked.has(whole) || !/\p{L}/u.test(word)
        ? []
        : [...new Set([whole, ...(parts.length > 1 ? parts.filter((part) => !stopWords.has(part) && part.length > 1) : [])])]
    known.set(written, stems)
    return stems
  }
  return (text) =>
    tokenise(text).flatMap((token) => {
      const stems = stemsOf(token.word)
      return stems.length > 0 ? [{ ...token, stems }] : []
    })
}
