import { formatCount } from '#ui/format'
import type { DeskState } from './rules/desk-filter.ts'

export const deskStateWords: Readonly<Record<DeskState, string>> = {
  uncoded: 'Inte kodade',
  coded: 'Kodade',
  aside: 'Lagda åt sidan',
  differing: 'Två kodare läser olika',
  any: 'Alla',
}

export const deskRefusalWords: Record<string, string> = {
  stale: 'Någon annan har bestämt om yttrandet medan du läste. Ditt val finns kvar. Spara igen om det ska gälla',
  'decided-since': 'Någon annan har bestämt om yttrandet eller ändrat kodboken sedan dess, så det går inte att ångra. Öppna det och koda om',
  retired: 'Ett av temana är inte längre i bruk. Välj ett annat',
  'same-theme-twice': 'Samma tema är valt två gånger. Ta bort det ena',
  'span-backwards': 'Välj både från och till, med från före till',
  'span-outside': 'Texten har ändrats sedan du öppnade den. Öppna yttrandet på nytt',
}

type LastAct = { readonly kind: 'coded' | 'set-aside' | 'withdrawn' | 'taken-in'; readonly coded: number; readonly asides: number; readonly quotes: number }

/** What the coder did last, said beside the button that undoes it. */
export function lastActWords({ kind, coded, asides, quotes }: LastAct): string {
  if (kind === 'set-aside') return 'Du lade nyss ett yttrande åt sidan.'
  if (kind === 'withdrawn') return 'Du tog nyss tillbaka ett beslut om ett yttrande.'
  if (kind === 'coded') return coded <= 1 ? 'Du kodade nyss ett yttrande.' : `Du kodade nyss ${coded} yttranden.`
  const did = [
    ...(coded > 0 ? [`${formatCount(coded, 'yttrande', 'yttranden')} kodades`] : []),
    ...(asides > 0 ? [`${formatCount(asides, 'yttrande', 'yttranden')} lades åt sidan`] : []),
    ...(quotes > 0 ? [`${formatCount(quotes, 'citat', 'citat')} lades i korgen`] : []),
  ]
  return did.length === 0 ? 'Du läste nyss in en fil.' : `Du läste nyss in en fil: ${new Intl.ListFormat('sv').format(did)}.`
}

export const deskPages = [
  ['/arbete/kodning', 'Ett i taget'],
  ['/arbete/kodning/lista', 'Lista'],
  ['/arbete/kodning/forslag', 'Förslag'],
  ['/arbete/kodbok', 'Kodbok'],
  ['/arbete/kodning/teman', 'Nya teman'],
  ['/arbete/parkodning', 'Koda i par'],
  ['/arbete/kodning/citat', 'Citatkorg'],
  ['/arbete/kodning/minnen', 'Anteckningar'],
  ['/arbete/kodning/laget', 'Så långt har vi kommit'],
  ['/arbete/kodning/utbyte', 'Filer'],
] as const

/** What the coder knew of a machine's suggestion, said where a coding is explained. */
export const suggestionKnownWords = {
  none: 'Inget förslag fanns.',
  hidden: 'Kodaren såg inget förslag.',
  seen: 'Kodaren såg ett förslag.',
  'in-bulk': 'Förslaget godtogs tillsammans med andra.',
} as const
