import { fold } from './answer-columns.ts'
import { languageTarget, type Target } from './answer-targets.ts'

/** Why a column is left out, unless somebody says otherwise. */
export type LeftOutBecause = 'time' | 'address' | 'person' | 'mail' | 'respondent' | 'machine' | 'empty' | 'unknown'
export type ColumnGuess = { readonly target: string; readonly because: LeftOutBecause | undefined }

/** What systems call what they add of their own: never the question of somebody who asks. */
const added: readonly (readonly [LeftOutBecause, RegExp])[] = [
  ['mail', /^(?:e-?post(?:adress)?|e-?mail(?: ?address)?|mail(?:adress)?|respondent(?:ens)? e-?post)\d?$/],
  ['address', /^(?:ip(?:[ -]?(?:adress|address|addr|nummer))?|ipaddr)$/],
  [
    'person',
    /^(?:namn|name|f[oö]rnamn|efternamn|first ?name|last ?name|full ?name|respondent ?name|anv[aä]ndarnamn|user ?name|telefon(?:nummer)?|phone(?: ?number)?|mobil(?:nummer)?|personnummer)\d?$/,
  ],
  [
    'time',
    /^(?:starttid|sluttid|start ?time|end ?time|completion ?time|slutf[oö]randetid|starttidpunkt|sluttidpunkt|tid|tidst[aä]mpel|timestamp|submit ?date|start ?date|date ?stamp|inskickad|p[aå]b[oö]rjad|avslutad|svarsdatum|svarstid|datum f[oö]r (?:senaste )?(?:svar|[aä]tg[aä]rd|inskickande)|date submitted|date started|date last action|senaste [aä]ndringstid|last modified time|duration.*|interviewtime|total time|sista [aä]ndringstid)$/,
  ],
  ['respondent', /^(?:id|nr|nummer|response ?id|respondent-?id|respons-?id|svars-?id|token|access code|seed|kod|code|respondent)$/],
  [
    'machine',
    /^(?:last ?page|sista sidan|ref ?url|referrer(?: url)?|total points|totalpo[aä]ng|quiz feedback|(?:points|po[aä]ng|feedback)\b.*|status|enhet|device|browser|webbl[aä]sare|_?grupp|_?version|formul[aä]rets version|kanal|channel)$/,
  ],
]
const languageName = /^(?:startlanguage|start language|startspr[aå]k|spr[aå]k|language)$/

/** What each column of a file is probably for, by its heading. A question is never given to two columns, but for its parts. */
export function guessColumns(names: readonly string[], rows: readonly (readonly string[])[], targets: readonly Target[]): ColumnGuess[] {
  const taken = new Set<string>()
  const sure = names.map((name) => targets.find(({ id, names: known }) => !taken.has(id) && known.some((each) => plain(each) === plain(name)) && taken.add(id)))
  return names.map((name, at): ColumnGuess => {
    const isEmpty = !rows.some((cells) => (cells[at] ?? '').trim() !== '')
    if (sure[at]) return { target: sure[at].id, because: undefined }
    const called = plain(name)
    if (languageName.test(called)) return { target: isEmpty ? '' : languageTarget, because: isEmpty ? 'empty' : undefined }
    const because = added.find(([, pattern]) => pattern.test(called))?.[0]
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
