import { fold } from './answer-columns.ts'
import { languageTarget, type Target } from './answer-targets.ts'

/** Why a column is left out, unless somebody says otherwise. */
export type LeftOutBecause = 'time' | 'address' | 'person' | 'mail' | 'respondent' | 'machine' | 'empty' | 'unknown'
export type ColumnGuess = { readonly target: string; readonly because: LeftOutBecause | undefined }

const namesOf = (words: string) => new Set(words.split(' '))
/** What systems call what they add of their own, with nothing but letters: never the question of somebody who asks. */
const added: readonly (readonly [LeftOutBecause, ReadonlySet<string>])[] = [
  ['mail', namesOf('epost epostadress email emailaddress mail mailadress respondentemail respondentepost respondentensepost')],
  ['address', namesOf('ip ipadress ipaddress ipaddr ipnummer')],
  [
    'person',
    namesOf('namn name fornamn efternamn firstname lastname fullname respondentname anvandarnamn username telefon telefonnummer phone phonenumber mobil mobilnummer personnummer'),
  ],
  ['time', namesOf('starttid sluttid starttidpunkt sluttidpunkt starttime endtime completiontime slutforandetid tid tidstampel timestamp submitdate startdate datestamp')],
  ['time', namesOf('inskickad paborjad avslutad svarsdatum svarstid datesubmitted datestarted datelastaction senasteandringstid sistaandringstid lastmodifiedtime')],
  ['time', namesOf('datumforinskickande datumforsenasteatgard duration durationseconds durationinseconds interviewtime totaltime')],
  ['respondent', namesOf('id nr nummer responseid respondentid responsid svarsid token accesscode seed kod code respondent')],
  ['machine', namesOf('lastpage sistasidan refurl referrer referrerurl totalpoints totalpoang quizfeedback status enhet device browser webblasare')],
  ['machine', namesOf('grupp version formularetsversion kanal channel')],
]
const languageNames = namesOf('startlanguage startsprak sprak language')

/** A heading by its letters alone. */
function lettersOf(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
}

/** What each column of a file is probably for, by its heading. A question is never given to two columns, but for its parts. */
export function guessColumns(names: readonly string[], rows: readonly (readonly string[])[], targets: readonly Target[]): ColumnGuess[] {
  const taken = new Set<string>()
  const calledSo = namedSo(targets)
  const sure = names.map((name) => calledSo.get(plain(name))?.find(({ id }) => !taken.has(id) && taken.add(id)))
  let index: PairIndex | undefined
  return names.map((name, at): ColumnGuess => {
    const isEmpty = !rows.some((cells) => (cells[at] ?? '').trim() !== '')
    if (sure[at]) return { target: sure[at].id, because: undefined }
    const letters = lettersOf(name)
    if (languageNames.has(letters)) return { target: isEmpty ? '' : languageTarget, because: isEmpty ? 'empty' : undefined }
    const because = added.find(([, known]) => known.has(letters))?.[0]
    if (because || isEmpty) return { target: '', because: because ?? 'empty' }
    index ??= indexPairs(targets)
    const near = nearest(plain(name), index, taken)
    if (near) taken.add(near.id)
    return near ? { target: near.id, because: undefined } : { target: '', because: looksLikeMail(rows, at) ? 'mail' : 'unknown' }
  })
}

/** The targets by each thing that they are called, in their own order. */
function namedSo(targets: readonly Target[]): ReadonlyMap<string, readonly Target[]> {
  const so = new Map<string, Target[]>()
  for (const target of targets) for (const name of new Set(target.names.map(plain))) so.set(name, [...(so.get(name) ?? []), target])
  return so
}

/** The heading of a question as systems change it: numbered, marked as required, with a colon after. */
function plain(name: string): string {
  return fold(name)
    .replace(/^(?:fråga|question|q|f)?\s?\d{1,3}\s?[.):]\s*/, '')
    .replace(/[\s*:]+$/, '')
}

const nearEnough = 0.85

/** What each target may be called, by the pairs of letters in it: which names have a pair, so that only those are counted. */
type PairIndex = { readonly names: readonly { readonly target: Target; readonly size: number }[]; readonly having: ReadonlyMap<string, readonly number[]> }

function indexPairs(targets: readonly Target[]): PairIndex {
  const names: { target: Target; size: number }[] = []
  const having = new Map<string, number[]>()
  // Much of what a part may be called differs in signs only, which are no letters.
  for (const target of targets)
    for (const letters of new Set(target.names.map((name) => lettersApart(plain(name))))) {
      const pairs = pairsIn(letters)
      for (const pair of pairs) {
        const those = having.get(pair)
        if (those) those.push(names.length)
        else having.set(pair, [names.length])
      }
      names.push({ target, size: pairs.size })
    }
  return { names, having }
}

const fewestPairs = 4

function nearest(called: string, { names, having }: PairIndex, taken: ReadonlySet<string>): Target | undefined {
  const own = pairsIn(lettersApart(called))
  if (own.size < fewestPairs) return undefined
  const common = new Uint16Array(names.length)
  for (const pair of own) for (const at of having.get(pair) ?? []) common[at] = (common[at] ?? 0) + 1
  const alike = new Map<Target, number>()
  for (const [at, { target, size }] of names.entries()) {
    const share = (2 * (common[at] ?? 0)) / (own.size + size)
    if (size >= fewestPairs && share >= nearEnough && !taken.has(target.id)) alike.set(target, Math.max(share, alike.get(target) ?? 0))
  }
  const [first, second] = [...alike].sort(([, a], [, b]) => b - a)
  // Two that are as near are two guesses.
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined
}

function lettersApart(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 300)
}

function pairsIn(letters: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)))
}

const samplesLooked = 50

function looksLikeMail(rows: readonly (readonly string[])[], at: number): boolean {
  const written = rows
    .slice(0, samplesLooked)
    .map((cells) => (cells[at] ?? '').trim())
    .filter((cell) => cell !== '')
  return written.length > 0 && written.every((cell) => /^[^\s@]{1,80}@[^\s@]{1,80}\.[a-z]{2,10}$/i.test(cell))
}
