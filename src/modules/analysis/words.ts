import { catalogue } from '#ui/catalogue'

export { type Mark, markedName, weakSaid, weakSentence } from './weak-words.ts'

export const readingWords = { samsyn: 'Samsyn', split: 'Olika syn', 'few-say': 'Bara några säger detta', 'not-yet-known': 'Vet inte än' } as const
export const stanceWords = { keep: 'Bevara', leave: 'Lämna', want: 'Önska' } as const
export const bandWords = {
  'none-or-few': 'ingen eller få för',
  minority: 'en mindre del för',
  'about-half': 'omkring hälften för',
  most: 'de flesta för',
  'nearly-all': 'nästan alla för',
} as const

/** What the public pages say of the readings and the cells. */
export const publicWords = catalogue({
  sv: {
    samsyn: 'Det här är vi överens om',
    split: 'Här ser vi olika',
    'few-say': 'Bara några säger detta',
    'not-yet-known': 'Det här vet vi inte än',
    'samsyn-what': 'Alla grupper, eller nästan alla, är för. Varje grupp väger lika, stor som liten.',
    'split-what': 'Minst en grupp är för och minst en är emot.',
    'few-say-what': 'En eller två grupper talar ofta om det. De andra gör det sällan.',
    'not-yet-known-what': 'För få har tagit ställning, eller så väger det jämnt.',
    'not-asked': 'fick inte frågan',
    silent: 'nämner det inte',
    'too-few': 'för få svar för att visa',
    'no-stand': 'tar inte ställning',
    'none-or-few': 'ingen eller få är för',
    minority: 'en mindre del är för',
    'about-half': 'omkring hälften är för',
    most: 'de flesta är för',
    'nearly-all': 'nästan alla är för',
    waits: (on: string) => `det som kom in efter den ${on} väntar. Det är för litet för att räknas för sig.`,
  },
  en: {
    samsyn: 'This is what we agree on',
    split: 'Here we differ',
    'few-say': 'Only some say this',
    'not-yet-known': 'This we do not know yet',
    'samsyn-what': 'All groups, or nearly all, are for it. Every group weighs the same, large or small.',
    'split-what': 'At least one group is for it and at least one is against.',
    'few-say-what': 'One or two groups often speak of it. The others seldom do.',
    'not-yet-known-what': 'Too few have taken a stand, or it is even.',
    'not-asked': 'were not asked',
    silent: 'do not mention it',
    'too-few': 'too few answers to show',
    'no-stand': 'take no stand',
    'none-or-few': 'none or few are for',
    minority: 'a minority is for',
    'about-half': 'about half are for',
    most: 'most are for',
    'nearly-all': 'nearly all are for',
    waits: (on: string) => `what came in after ${on} waits. It is too little to be counted by itself.`,
  },
})

/** What a number of a finding is called, and how it has moved. */
export const figureWords = catalogue({
  sv: {
    strength: (percent: number) => `Stödet i snitt är ${percent} %`,
    spread: (groups: number, of: number) => `${groups} av ${of} grupper är för`,
    mentions: (percent: number) => `${percent} % nämner det`,
    share: (percent: number, low: number, high: number) => `${percent} % är för (troligen ${low} till ${high})`,
    gone: (theme: string) => `${theme}: temat finns inte längre i kodboken`,
    strengthMoved: (theme: string, then: number, now: number) => `${theme}: stödet i snitt var ${then} %, nu ${now} %`,
    supportMoved: (theme: string, group: string, then: number, now: number) => `${theme}: stödet bland ${group.toLowerCase()} var ${then} %, nu ${now} %`,
    saidMoved: (what: string, then: string, now: string) => `${what}: då ”${then}”, nu ”${now}”`,
  },
  en: {
    strength: (percent: number) => `Mean support is ${percent} %`,
    spread: (groups: number, of: number) => `${groups} of ${of} groups are for it`,
    mentions: (percent: number) => `${percent} % mention it`,
    share: (percent: number, low: number, high: number) => `${percent} % are for (probably ${low} to ${high})`,
    gone: (theme: string) => `${theme}: the theme is no longer in the codebook`,
    strengthMoved: (theme: string, then: number, now: number) => `${theme}: mean support was ${then} %, now ${now} %`,
    supportMoved: (theme: string, group: string, then: number, now: number) => `${theme}: support among ${group} was ${then} %, now ${now} %`,
    saidMoved: (what: string, then: string, now: string) => `${what}: then “${then}”, now “${now}”`,
  },
})

/** The five questions, and what stands around a finding. */
export const findingWords = catalogue({
  sv: {
    'most-agreed': 'Var är vi mest samsynta?',
    'strongest-values': 'Vilka värderingar är starkast?',
    trust: 'Varför ska man känna förtroende?',
    'unlike-others': 'Vad har vi som inga andra har?',
    'take-further': 'Vilka egenskaper är värda att ta vidare?',
    title: 'Det här fann vi',
    restsOn: 'Vad det vilar på',
    whoDisagrees: 'Vem som inte är med',
    notKnown: 'Vad vi inte vet',
    moved: 'Siffrorna har ändrats sedan fyndet publicerades',
    outside: 'Från omvärlden',
    frozen: 'Läs fyndet som det publicerades',
    withdrawn: 'Återtaget',
    method: 'Så gjorde vi: metoden i siffror',
  },
  en: {
    'most-agreed': 'Where do we agree the most?',
    'strongest-values': 'Which values are strongest?',
    trust: 'Why should one trust us?',
    'unlike-others': 'What do we have that no others have?',
    'take-further': 'Which qualities are worth taking further?',
    title: 'This is what we found',
    restsOn: 'What it rests on',
    whoDisagrees: 'Who does not agree',
    notKnown: 'What we do not know',
    moved: 'The numbers have changed since the finding was published',
    outside: 'From outside',
    frozen: 'Read the finding as it was published',
    withdrawn: 'Withdrawn',
    method: 'How we did it: the method in numbers',
  },
})

export const refusalWords: Record<string, string> = {
  taken: 'Adressen används redan. Välj en annan',
  stale: 'Någon annan har ändrat temat medan du skrev. Din text finns kvar här under',
  'no-theme': 'Välj minst ett tema, eller lägg yttrandet åt sidan',
  'too-many': 'Välj högst åtta teman',
  'already-set-aside': 'Yttrandet ligger redan åt sidan',
  'nothing-coded': 'Inget är kodat än, så det finns inget att frysa',
  'too-little-new': 'I någon grupp har för få kommit till eller tagits bort sedan en tidigare analys. Av två som ligger så nära varandra skulle enskilda svar gå att räkna ut',
}
