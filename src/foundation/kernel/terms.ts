/** The concepts that a municipality may have a word of its own for. The list is closed: a word that is not here is the product's. */
export const concepts = ['goal', 'target', 'indicator', 'activity', 'focus-area', 'committee', 'plan', 'follow-up'] as const
export type Concept = (typeof concepts)[number]

/** A word with the forms that sentences need: mål, målet, mål, målen; goal, goals. */
export type Term = {
  readonly one: string
  readonly the: string
  readonly many: string
  readonly allThe: string
  readonly gender: 'en' | 'ett'
  readonly english: string
  readonly englishMany: string
}
export type TermList = Readonly<Record<Concept, Term>>

const en = (one: string, the: string, many: string, allThe: string, english: string, englishMany = `${english}s`): Term => ({
  one,
  the,
  many,
  allThe,
  gender: 'en',
  english,
  englishMany,
})
const ett = (...forms: Parameters<typeof en>): Term => ({ ...en(...forms), gender: 'ett' })

/** What is offered for each concept, with its forms. The first is the product's own. */
export const offeredTerms: Readonly<Record<Concept, readonly [Term, ...Term[]]>> = {
  goal: [
    ett('mål', 'målet', 'mål', 'målen', 'goal'),
    ett('åtagande', 'åtagandet', 'åtaganden', 'åtagandena', 'commitment'),
    ett('resultatmål', 'resultatmålet', 'resultatmål', 'resultatmålen', 'result goal'),
    ett('inriktningsmål', 'inriktningsmålet', 'inriktningsmål', 'inriktningsmålen', 'guiding goal'),
    ett('nämndmål', 'nämndmålet', 'nämndmål', 'nämndmålen', 'committee goal'),
  ],
  target: [
    ett('målvärde', 'målvärdet', 'målvärden', 'målvärdena', 'target'),
    en('målnivå', 'målnivån', 'målnivåer', 'målnivåerna', 'target level'),
    ett('riktvärde', 'riktvärdet', 'riktvärden', 'riktvärdena', 'guide value'),
  ],
  indicator: [
    ett('mått', 'måttet', 'mått', 'måtten', 'indicator'),
    en('indikator', 'indikatorn', 'indikatorer', 'indikatorerna', 'indicator'),
    ett('nyckeltal', 'nyckeltalet', 'nyckeltal', 'nyckeltalen', 'key figure'),
    ett('mätetal', 'mätetalet', 'mätetal', 'mätetalen', 'metric'),
  ],
  activity: [
    en('aktivitet', 'aktiviteten', 'aktiviteter', 'aktiviteterna', 'activity', 'activities'),
    ett('uppdrag', 'uppdraget', 'uppdrag', 'uppdragen', 'assignment'),
    en('åtgärd', 'åtgärden', 'åtgärder', 'åtgärderna', 'action'),
    en('insats', 'insatsen', 'insatser', 'insatserna', 'effort'),
  ],
  'focus-area': [
    ett('fokusområde', 'fokusområdet', 'fokusområden', 'fokusområdena', 'focus area'),
    ett('målområde', 'målområdet', 'målområden', 'målområdena', 'goal area'),
    ett('utvecklingsområde', 'utvecklingsområdet', 'utvecklingsområden', 'utvecklingsområdena', 'development area'),
    ett('perspektiv', 'perspektivet', 'perspektiv', 'perspektiven', 'perspective'),
  ],
  committee: [
    en('nämnd', 'nämnden', 'nämnder', 'nämnderna', 'committee'),
    en('styrelse', 'styrelsen', 'styrelser', 'styrelserna', 'board'),
    ett('utskott', 'utskottet', 'utskott', 'utskotten', 'standing committee'),
  ],
  plan: [
    en('plan', 'planen', 'planer', 'planerna', 'plan'),
    en('nämndplan', 'nämndplanen', 'nämndplaner', 'nämndplanerna', 'committee plan'),
    en('verksamhetsplan', 'verksamhetsplanen', 'verksamhetsplaner', 'verksamhetsplanerna', 'operational plan'),
  ],
  'follow-up': [
    en('uppföljning', 'uppföljningen', 'uppföljningar', 'uppföljningarna', 'follow-up'),
    en('utvärdering', 'utvärderingen', 'utvärderingar', 'utvärderingarna', 'evaluation'),
    en('återrapportering', 'återrapporteringen', 'återrapporteringar', 'återrapporteringarna', 'reporting back', 'reports back'),
  ],
}

/** The words of the product. */
export const ordinaryTerms = Object.fromEntries(concepts.map((concept) => [concept, offeredTerms[concept][0]])) as TermList

// What agrees with the word in Swedish, and the article in English.
const forms = {
  one: ({ one }: Term) => one,
  the: ({ the }: Term) => the,
  many: ({ many }: Term) => many,
  allThe: ({ allThe }: Term) => allThe,
  /** ett mål */
  a: ({ gender, one }: Term) => `${gender} ${one}`,
  /** inget mål */
  no: ({ gender, one }: Term) => `${gender === 'ett' ? 'inget' : 'ingen'} ${one}`,
  /** det här målet */
  this: ({ gender, the }: Term) => `${gender === 'ett' ? 'det' : 'den'} här ${the}`,
  /** vilket mål */
  which: ({ gender, one }: Term) => `${gender === 'ett' ? 'vilket' : 'vilken'} ${one}`,
  /** det or den */
  it: ({ gender }: Term) => (gender === 'ett' ? 'det' : 'den'),
  /** The end of a participle: bedöm-t, bedöm-d; inlämna-t, inlämna-d. */
  t: ({ gender }: Term) => (gender === 'ett' ? 't' : 'd'),
  /** The end of another: anta-get, anta-gen. */
  get: ({ gender }: Term) => (gender === 'ett' ? 'get' : 'gen'),
  english: ({ english }: Term) => english,
  englishMany: ({ englishMany }: Term) => englishMany,
  /** an activity */
  anEnglish: ({ english }: Term) => `${/^[aeiou]/i.test(english) ? 'an' : 'a'} ${english}`,
} as const
type Form = keyof typeof forms
const formNames = Object.keys(forms) as Form[]

// A mark is one character of the last private plane, which no keyboard and no font has: the word is put there when a text leaves the house.
const firstMark = 0x10f000
const marks = /[\u{10F000}-\u{10F3FF}]/gu
const markOf = (concept: number, form: number, capital: boolean) => String.fromCodePoint(firstMark + concept * 64 + form * 2 + (capital ? 1 : 0))

type Marks = { readonly [Key in Form | Capitalize<Form>]: string }

/**
 * The words of the concepts, to be written in any sentence of a page, a mail or a document. The reader meets the municipality's own.
 *
 * @example
 * inTerms(`${terms.goal.The} har ${terms.indicator.no}`, ordinaryTerms) // => 'Målet har inget mått'
 */
export const terms = Object.fromEntries(
  concepts.map((concept, at) => [
    concept.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    Object.fromEntries(formNames.flatMap((form, index) => [[form, markOf(at, index, false)] as const, [capital(form), markOf(at, index, true)] as const])),
  ]),
) as Readonly<Record<'goal' | 'target' | 'indicator' | 'activity' | 'focusArea' | 'committee' | 'plan' | 'followUp', Marks>>

/** A text with the words of a list where it has marks. */
export function inTerms(text: string, list: TermList): string {
  return text.replaceAll(marks, (mark) => {
    const code = (mark.codePointAt(0) ?? 0) - firstMark
    const [concept, form] = [concepts[code >> 6], formNames[(code & 63) >> 1]]
    if (!concept || !form) return '\ufffd'
    const word = forms[form](list[concept])
    return code & 1 ? capital(word) : word
  })
}

/** Whether a text has a word of the list in it. */
export function hasTerms(text: string): boolean {
  return text.search(marks) >= 0
}

/** A text from outside, where a mark has no business. */
export function withoutMarks(text: string): string {
  return text.replaceAll(marks, '\ufffd')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
