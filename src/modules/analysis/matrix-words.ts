import type { Day } from '#kernel/day'
import { formatDay } from '#ui/format'
import type { Cell } from './rules/public-matrix.ts'
import type { Hanging } from './rules/what-it-hangs-on.ts'
import { bandWords, publicWords, readingWords, stanceWords } from './words.ts'

export const unitWords = { persons: 'personer', notes: 'anteckningar' } as const
export const partWords = { age: 'Efter ålder', place: 'Efter plats' } as const
const shareWords = { 'none-or-few': 'ingen eller få', minority: 'en mindre del', 'about-half': 'omkring hälften', most: 'de flesta', 'nearly-all': 'nästan alla' } as const

/** What a group's cell says in a column of its own: how many mention it, how they stand, or what they want done. */
export const cellWords = {
  mentions: (cell: Cell) => (cell.shown ? `${cell.mentionShare} %` : publicWords('sv')[cell.because]),
  support: (cell: Cell) => {
    if (!cell.shown) return publicWords('sv')[cell.because]
    const { support } = cell
    if (support.kind === 'share') return `${support.percent} % (${support.low}–${support.high})`
    return support.kind === 'band' ? bandWords[support.band] : publicWords('sv')['no-stand']
  },
  stances: (cell: Cell) => {
    if (!cell.shown) return publicWords('sv')[cell.because]
    const said = (['keep', 'leave', 'want'] as const).flatMap((stance) => {
      const band = cell.stances?.[stance]
      return band && band !== 'none-or-few' ? [`${stanceWords[stance].toLowerCase()}: ${shareWords[band]}`] : []
    })
    return said.length > 0 ? said.join(', ') : '–'
  },
} as const

/** Why figures are not frozen now, and what to do. */
export function tooLittleNew(groups: readonly { readonly name: string; readonly threshold: number }[]): string {
  const few = groups.map(({ name, threshold }) => `i gruppen ${name} (det behövs minst ${threshold} personer)`).join(', ')
  return `Sedan en analys frystes eller ett fynd publicerades har för få nya svar kommit ${few}. De kom samma dag och kan därför inte vänta för sig. Den som jämför siffrorna skulle kunna räkna ut vad de svarade. Vänta tills fler har svarat`
}

/** That some answers of a group are not counted yet, and why. How many they are is not said: it would tell of one who is alone. */
export function waitingSentence({ name, unit, until }: { readonly name: string; readonly unit: 'persons' | 'notes'; readonly until: Day }): string {
  const what = unit === 'notes' ? 'Anteckningar' : 'Svar'
  return `${what} från gruppen ${name} som kom efter den ${formatDay(until)} väntar: de är för få för att räknas för sig.`
}

/** What a conclusion hangs on, a sentence for each thing that would change it. `name` says what a theme and a group are called. */
export function hangingSentences(
  { theme, without, bySize, reading }: Hanging,
  name: { readonly theme: (id: string) => string; readonly group: (key: string) => string },
): string[] {
  return [
    ...without.map((each) => `Utan ${name.group(each.group)} blir ${name.theme(theme)} ${readingWords[each.reading]}.`),
    ...(bySize.reading === reading ? [] : [`Om varje grupp vägde efter sin storlek blir ${name.theme(theme)} ${readingWords[bySize.reading]}.`]),
  ]
}
