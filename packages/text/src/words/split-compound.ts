import { everydayStems } from './everyday-words.ts'
import { nearForms } from './near-forms.ts'
import { stemSwedish } from './stem-swedish.ts'
import type { WordTable } from './word-table.ts'

export type Lexicon = {
  /** How often a form came; 0 for one that is not known. */
  count(form: string): number
  /** How often forms with the stem came. */
  stemCount(stem: string): number
  /** How many known forms, at least three letters longer, begin so. */
  continued(start: string): number
  /** Common forms, seen twenty times or more, that may be a word with one slip in it. */
  commonNear(word: string): readonly string[]
}

/**
 * A lexicon for splitting and repairing words, from a table.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: ['skola', 'skolbuss', 'skolgård'], formCounts: [9, 1, 2], stems: [], stemCounts: [], dimensions: 0, vectors: new Int8Array(), scales: [] }))
 * lexiconOf(table).continued('skol') // => 2
 */
export function lexiconOf(table: Pick<WordTable, 'forms' | 'formCounts'>): Lexicon {
  const work = lexiconInParts(table)
  let part = work.next()
  while (!part.done) part = work.next()
  return part.value
}

/**
 * The same in parts, between which others may work; the last that is given is the lexicon.
 *
 * @example
 * const table = readWordTable(writeWordTable({ source: '', forms: ['skola', 'skolbuss', 'skolgård'], formCounts: [9, 1, 2], stems: [], stemCounts: [], dimensions: 0, vectors: new Int8Array(), scales: [] }))
 * [...lexiconInParts(table)].length // => 1
 */
export function* lexiconInParts({ forms, formCounts }: Pick<WordTable, 'forms' | 'formCounts'>): Generator<undefined, Lexicon> {
  const [counts, stems] = [new Map<string, number>(), new Map<string, number>()]
  for (const [at, form] of forms.entries()) {
    const [stem, count] = [stemSwedish(form), formCounts[at] as number]
    counts.set(form, count)
    stems.set(stem, (stems.get(stem) ?? 0) + count)
    if (at % formsInAPart === formsInAPart - 1) yield undefined
  }
  yield undefined
  const known = new Map<string, number>()
  const near = nearForms(forms, formCounts)
  const firstAt = (start: string) => {
    let [low, high] = [0, forms.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((forms[middle] as string) < start) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    count: (form) => counts.get(form) ?? (everydayStems.has(stemSwedish(form)) ? everydayCount : 0),
    stemCount: (stem) => Math.max(stems.get(stem) ?? 0, everydayStems.has(stem) ? everydayCount : 0),
    continued: (start) => {
      const before = known.get(start)
      if (before !== undefined) return before
      let many = 0
      for (let at = firstAt(start); at < forms.length && (forms[at] as string).startsWith(start); at++) if ((forms[at] as string).length >= start.length + 3) many++
      known.set(start, many)
      return many
    },
    commonNear: near,
  }
}

// Some thousandths of a second.
const formsInAPart = 1_000
// A word of everyday life is known, and no slip is made good into it.
const everydayCount = 15

/**
 * The parts of a compound word, or the word alone when it is none: *äldreomsorg* is *äldre* and *omsorg*. A linking s, o, u, e or a is
 * taken from the left part where that makes a word.
 *
 * Method: the best seam by the logarithm of how common the right part's stem is plus that of how many words the left part begins; both
 * parts known, no derivation (-het, -ning …) for right part; again in parts of nine letters or more.
 *
 * @example
 * const lexicon = { count: (form) => (['äldre', 'omsorg'].includes(form) ? 50 : 0), stemCount: (stem) => (['äldr', 'omsorg'].includes(stem) ? 50 : 0), continued: (start) => (start === 'äldre' ? 9 : 0), commonNear: () => [] }
 * splitCompound('äldreomsorg', lexicon) // => ['äldre', 'omsorg']
 * splitCompound('omsorg', lexicon) // => ['omsorg']
 */
export function splitCompound(word: string, lexicon: Lexicon): string[] {
  if (word.includes('-') || word.includes('–'))
    return word
      .split(/[-–]/)
      .filter((part) => part !== '')
      .flatMap((part) => splitCompound(part, lexicon))
  const seam = word.length < shortestCompound || !/^\p{L}+$/u.test(word) ? undefined : bestSeam(word, lexicon)
  if (!seam) return [word]
  // A part that is a common word of its own is one: *underhåll* in *vägunderhåll*.
  const again = (part: string) => (part.length >= shortestAgain && lexicon.count(part) < commonWord ? splitCompound(part, lexicon) : [part])
  return [...again(seam.left), ...again(seam.right)]
}

const shortestCompound = 6
const shortestAgain = 9
const shortestPart = 3
const fewestSeen = 3
const commonWord = 40
const [longEnough, wellKnown] = [5, 10]

function bestSeam(word: string, lexicon: Lexicon): { left: string; right: string } | undefined {
  let best: { left: string; right: string; worth: number } | undefined
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    const right = word.slice(at)
    if (!canEnd(right, lexicon)) continue
    const left = leftWord(word.slice(0, at), lexicon)
    if (left === undefined) continue
    const worth = Math.log(1 + lexicon.stemCount(stemSwedish(right))) + 1.5 * Math.log(1 + lexicon.continued(word.slice(0, at)))
    if (!best || worth > best.worth) best = { left, right, worth }
  }
  return best
}

// Endings that make a word of a word: what stands before them is no left part.
const derivations =
  /^(?:het|heten|heter|heterna|ning|ningar|ningen|ningarna|ande|andet|ende|endet|else|elsen|elser|skap|skapet|skapen|dom|domen|domar|domarna|bar|bara|bart|lig|liga|ligt|lös|lösa|löst|sam|samma|samt|isk|iska|iskt|ism|ismen|ist|isten|ister|are|aren|arna|arnas|erna|ernas|orna|eri|erier|ing|ingar|ingen|ingarna|ade|ats|ast|aste|are|inna|sel|tion|tionen|tioner|ion|ioner|itet|itets|ell|ella|ellt|iv|iva|ivt|ans|ens|nad|nader|naden|mässig|mässiga|mässigt|aktig|aktiga|aktigt|ska|sta|ste|tar|ter|ten|ker|kar|ken|ler|len|lar|ner|nar|nen|ger|gar|gen|der|dar|den|per|par|pen|ser|sar|sen|mer|mar|men|vis|kap|ras|tur|ad|er|en|ar|or|et)$/

function canEnd(right: string, lexicon: Lexicon): boolean {
  if (derivations.test(right) || !/[aeiouyåäö]/.test(right)) return false
  const least = right.length === shortestPart ? 200 : right.length === 4 ? 8 : fewestSeen
  return lexicon.count(right) >= fewestSeen && (lexicon.stemCount(stemSwedish(right)) >= least || everydayStems.has(stemSwedish(right)))
}

// Small words that begin longer ones by chance: *han-del*, *ser-vice*.
const neverFirst = /^(?:han|hon|ser|kan|men|som|den|det|har|var|vad|vid|med|kom|par|ens|all|ned|man|mer|oss|ska|ter|per|sen|sin|hur|nya|ger|tar|reg|pol|kap|ben|min|din|bra)$/

/** The left part as a word of its own: as it stands, without a linking letter, or with the one it has lost. */
function leftWord(left: string, lexicon: Lexicon): string | undefined {
  if (!/[aeiouyåäö]/.test(left)) return undefined
  if (neverFirst.test(left)) return undefined
  const least = left.length === shortestPart ? 8 : fewestSeen
  const candidates = [
    left,
    ...(/[soue]$/.test(left) && left.length > shortestPart ? [left.slice(0, -1)] : []),
    ...(/[ou]$/.test(left) ? [`${left.slice(0, -1)}a`, `${left.slice(0, -1)}e`] : []),
    `${left}a`,
    `${left}e`,
  ]
  const word = candidates.find((each) => lexicon.count(each) >= least)
  // A word that begins others, or one that cannot be there by chance.
  return word !== undefined && (lexicon.continued(left) >= 2 || everydayStems.has(stemSwedish(word)) || (word.length >= longEnough && lexicon.count(word) >= wellKnown))
    ? word
    : undefined
}
