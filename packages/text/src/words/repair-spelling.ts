import { type Lexicon, splitCompound } from './split-compound.ts'

/**
 * The word as it was probably meant, for the analysis only: what a person wrote is never changed. A known word, a compound of known words, a
 * short one and one with digits are left as they are.
 *
 * Method: the commonest known form one slip away, seen at least twenty times (Damerau 1964; Norvig 2007): two letters changed about, one of
 * a pair too many or too few, and in words of eight letters or more any letter more, less or other.
 *
 * @example
 * const lexicon = { count: (form) => (form === 'skolan' ? 50 : 0), stemCount: () => 0, continued: () => 0 }
 * repairSpelling('skoaln', lexicon) // => 'skolan'
 * repairSpelling('skolan', lexicon) // => 'skolan'
 */
export function repairSpelling(word: string, lexicon: Lexicon): string {
  if (word.length < shortestRepaired || word.length > longestRepaired || lexicon.count(word) > 0 || !/^[a-zåäöé]+$/.test(word) || splitCompound(word, lexicon).length > 1)
    return word
  let best = { form: word, count: fewestSeen - 1 }
  for (const form of oneAway(word)) {
    const count = lexicon.count(form)
    if (count > best.count || (count === best.count && count >= fewestSeen && form < best.form)) best = { form, count }
  }
  return best.form
}

const shortestRepaired = 5
const longestRepaired = 30
const fewestSeen = 20
const letters = [...'abcdefghijklmnopqrstuvwxyzåäöé']

// In a short word another letter makes another word: *skratt* is no *skatt*.
const longEnoughForAnother = 8

function* oneAway(word: string): Generator<string> {
  const isLong = word.length >= longEnoughForAnother
  for (let at = 0; at < word.length; at++) {
    const [before, letter, after] = [word.slice(0, at), word[at] as string, word.slice(at + 1)]
    if (after !== '') yield before + after[0] + letter + after.slice(1)
    // One of a pair too many, or too few.
    if (isLong || letter === after[0]) yield before + after
    yield before + letter + letter + after
    if (!isLong) continue
    for (const other of letters) {
      yield before + other + after
      yield before + other + letter + after
    }
  }
}
