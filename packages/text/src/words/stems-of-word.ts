import { repairSpelling } from './repair-spelling.ts'
import { type Lexicon, splitCompound } from './split-compound.ts'
import { stemSwedish } from './stem-swedish.ts'
import { stopWords } from './stop-words.ts'

export type ReadingOptions = {
  /** The question's own words, that say nothing of what an answer is about. */
  readonly question?: string
  /** Groups of words that count as one, as the one that stands first. */
  readonly synonyms?: readonly (readonly string[])[]
}

/**
 * The stems that a word counts as in one analysis: the whole first, then the parts of a compound; nothing for a small word, one of the
 * question's own and one without letters. A word that is misspelt, for sure, counts as it was meant, unless it is said to be known.
 *
 * @example
 * const lexicon = { count: (form) => (['äldre', 'omsorg'].includes(form) ? 50 : 0), stemCount: (stem) => (['äldr', 'omsorg'].includes(stem) ? 50 : 0), continued: (start) => (start === 'äldre' ? 9 : 0), commonNear: () => [] }
 * const stemsOf = stemsOfWord(lexicon, { synonyms: [['omsorg', 'vård']] })
 * stemsOf('äldreomsorg') // => ['äldreomsorg', 'äldr', 'omsorg']
 * stemsOf('vård') // => ['omsorg']
 * stemsOf('och') // => []
 */
export function stemsOfWord(lexicon: Lexicon, { question = '', synonyms = [] }: ReadingOptions = {}): (word: string, isKnown?: boolean) => readonly string[] {
  const asked = new Set((question.match(/[\p{L}\p{M}\p{N}-]+/gu) ?? []).map((word) => stemSwedish(word.normalize('NFC').toLowerCase())))
  const meant = new Map(
    synonyms.flatMap(([first = '', ...others]) => others.map((other) => [stemSwedish(other.normalize('NFC').toLowerCase()), stemSwedish(first.normalize('NFC').toLowerCase())])),
  )
  const countedAs = (stem: string) => meant.get(stem) ?? stem
  return (written, isKnown = false) => {
    if (stopWords.has(written) || !/\p{L}/u.test(written)) return []
    const word = isKnown ? written : repairSpelling(written, lexicon)
    const whole = stemSwedish(word)
    if (stopWords.has(word) || asked.has(whole)) return []
    const parts = splitCompound(word, lexicon)
    const telling = parts.length > 1 ? parts.map(stemSwedish).filter((part) => part.length > 1 && !stopWords.has(part)) : []
    return [...new Set([whole, ...telling].map(countedAs))]
  }
}
