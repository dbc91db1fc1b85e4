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
  const sure = names.map((name) => targets.find(({ id, names: known }) => !taken.has(id) && known.some((each) => plain(each) === plain(name)) && taken.add(id)))
  return names.map((name, at): ColumnGuess => {
    const isEmpty = !rows.some((cells) => (cells[at] ?? '').trim() !== '')
    if (sure[at]) return { target: sure[at].id, because: undefined }
    const called = plain(name)
    const letters = lettersOf(name)
    if (languageNames.has(letters)) return { target: isEmpty ? '' : languageTarget, because: isEmpty ? 'empty' : undefined }
    const because = added.find(([, known]) => known.has(letters))?.[0]
    if (because || isEmpty) return { target: '', because: because ?? 'empty' }
    const near = nearest(called, targets, taken)
    if (near) taken.add(near.id)
    return near ? { target: near.id, because: undefined } : { target: '', because: looksLikeMail(rows, at) ? 'mail' : 'unknown' }
  })
}

/** The heading of a question as systems change it: numbered, marked as required, with a colon after. */
function plain(name: string): string {
  return fold(name)
    .replace(/^(?:fråga|question|q|f)?\s?\d{1,3}\s?[.):]\s*/, '')
    .replace(/[\s*:]+$/, '')
}

const nearEnough = 0.85

function nearest(called: string, targets: readonly Target[], taken: ReadonlySet<string>): Target | undefined {
  const pairs = pairsIn(called)
  const found = targets
    .filter(({ id }) => !taken.has(id))
    .map((target) => ({ target, alike: Math.max(...target.names.map((name) => alikeness(pairs, pairsIn(plain(name))))) }))
    .filter(({ alike }) => alike >= nearEnough)
    .sort((a, b) => b.alike - a.alike)
  // Two that are as near are two guesses.
  return found[0] && found[0].alike > (found[1]?.alike ?? 0) ? found[0].target : undefined
}

function pairsIn(text: string): ReadonlySet<string> {
  const letters = text
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 300)
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)))
}

function alikeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size < 4 || other.size < 4) return 0
  return (2 * [...one].filter((pair) => other.has(pair)).length) / (one.size + other.size)
}

const samplesLooked = 50

function looksLikeMail(rows: readonly (readonly string[])[], at: number): boolean {
  const written = rows
    .slice(0, samplesLooked)
    .map((cells) => (cells[at] ?? '').trim())
    .filter((cell) => cell !== '')
  return written.length > 0 && written.every((cell) => /^[^\s@]{1,80}@[^\s@]{1,80}\.[a-z]{2,10}$/i.test(cell))
}
