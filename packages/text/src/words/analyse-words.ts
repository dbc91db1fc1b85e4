import type { Lexicon } from './split-compound.ts'
import { type ReadingOptions, stemsOfWord } from './stems-of-word.ts'
import { tokenise } from './tokenise.ts'

/** One word of a text as it is analysed: its place, and the stems it is counted as, the whole before its parts. */
export type AnalysedWord = { readonly word: string; readonly start: number; readonly end: number; readonly stems: readonly string[] }

/**
 * A reader of texts one by one: words with their places and the stems they count as, misspelt ones as they were probably meant. Small words and
 * the question's own words are left out; the parts of a compound are added beside the whole. For many texts at a time see `indexTexts`.
 *
 * @example
 * const lexicon = { count: (form) => (['äldre', 'omsorg'].includes(form) ? 50 : 0), stemCount: (stem) => (['äldr', 'omsorg'].includes(stem) ? 50 : 0), continued: (start) => (start === 'äldre' ? 9 : 0), commonNear: () => [] }
 * wordReader(lexicon)('Bättre äldreomsorg, inte sämre').map(({ stems }) => stems) // => [['bättr'], ['äldreomsorg', 'äldr', 'omsorg'], ['int'], ['sämr']]
 */
export function wordReader(lexicon: Lexicon, options: ReadingOptions = {}): (text: string) => AnalysedWord[] {
  const [stemsOf, known] = [stemsOfWord(lexicon, options), new Map<string, readonly string[]>()]
  return (text) =>
    tokenise(text).flatMap((token) => {
      const stems = known.get(token.word) ?? stemsOf(token.word)
      known.set(token.word, stems)
      return stems.length > 0 ? [{ ...token, stems }] : []
    })
}
