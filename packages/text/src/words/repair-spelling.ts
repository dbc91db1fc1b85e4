import { type Lexicon, splitCompound } from './split-compound.ts'

/**
 * The word as it was probably meant, for the analysis only: what a person wrote is never changed. A known word, a compound of known words, a
 * short one and one with digits are left as they are.
 *
 * Method: the commonest known form one slip away, seen at least twenty times (Damerau 1964; Norvig 2007): two letters changed about, one of
 * a pair too many or too few, in words of six letters any letter more or less, and in words of eight any other.
 *
 * @example
 * const lexicon = { count: (form) => (form === 'skolan' ? 50 : 0), stemCount: () => 0, continued: () => 0, commonNear: () => ['skolan'] }
 * repairSpelling('skoaln', lexicon) // => 'skolan'
 * repairSpelling('skolan', lexicon) // => 'skolan'
 */
export function repairSpelling(word: string, lexicon: Lexicon): string {
  if (word.length < shortestRepaired || word.length > longestRepaired || lexicon.count(word) > 0 || !/^[a-zåäöé]+$/.test(word) || splitCompound(word, lexicon).length > 1)
    return word
  let best = { form: word, count: 0 }
  for (const form of lexicon.commonNear(word)) {
    const count = lexicon.count(form)
    if ((count > best.count || (count === best.count && form < best.form)) && isOneSlip(word, form)) best = { form, count }
  }
  return best.form
}

const shortestRepaired = 5
const longestRepaired = 30

// In a short word a letter more or less makes another word (*skratt*, *skatt*), and so does another letter in a longer one (*grinden*, *grunden*).
const longEnoughForMore = 6
const longEnoughForAnother = 8

/** Whether the one comes of the other by one slip of the fingers. */
function isOneSlip(written: string, meant: string): boolean {
  let [from, wordEnd, formEnd] = [0, written.length, meant.length]
  while (from < wordEnd && from < formEnd && written[from] === meant[from]) from++
  while (wordEnd > from && formEnd > from && written[wordEnd - 1] === meant[formEnd - 1]) {
    wordEnd--
    formEnd--
  }
  const [left, right] = [written.slice(from, wordEnd), meant.slice(from, formEnd)]
  if (left.length === 2 && right.length === 2) return left[0] === right[1] && left[1] === right[0]
  if (left.length > 1 || right.length > 1) return false
  if (written.length >= (left.length === right.length ? longEnoughForAnother : longEnoughForMore)) return true
  // One of a pair too many, or too few.
  const one = left === '' ? right : right === '' ? left : ''
  return one !== '' && (written[from - 1] === one || meant[from - 1] === one || written[wordEnd] === one)
}
