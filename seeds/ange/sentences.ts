import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Stance = 'keep' | 'leave' | 'want' | null
export type Sentence = {
  readonly id: string
  readonly group: 'resident' | 'employee' | 'elected' | 'workshop' | 'children'
  readonly question: 'keep' | 'leave' | 'want' | 'feel' | 'need' | 'employer' | 'describe'
  readonly text: string
  readonly register: string
  /** What we meant when we wrote it. */
  readonly themes: readonly { readonly theme: string; readonly stance: Stance }[]
  readonly flags: readonly string[]
}
export type CodebookEntry = { readonly key: string; readonly name: string; readonly definition: string; readonly whenToUse: string; readonly whenNot: string }

/** The sentences of the demo, written one by one (see voices/README.md). */
export function readSentences(folder: string): Sentence[] {
  const files = readdirSync(folder)
    .filter((file) => /^sentences-.*\.jsonl$/.test(file))
    .sort()
  return files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Sentence),
  )
}

export function readCodebook(folder: string): CodebookEntry[] {
  return JSON.parse(readFileSync(join(folder, 'codebook.json'), 'utf8')) as CodebookEntry[]
}

// Short lines, as most people write on a phone: a wish and a village. All are under seven words.
const wishes: readonly { readonly words: string; readonly question: 'keep' | 'leave' | 'want'; readonly theme: string; readonly stance: Stance }[] = [
  { words: 'Fler bussar till', question: 'want', theme: 'kollektivtrafik', stance: 'want' },
  { words: 'Affär kvar i', question: 'keep', theme: 'service-byar', stance: 'keep' },
  { words: 'Fiber i hela', question: 'want', theme: 'vagar-bredband', stance: 'want' },
  { words: 'Ställe för unga i', question: 'want', theme: 'moten-unga', stance: 'want' },
  { words: 'Skogen runt', question: 'keep', theme: 'natur', stance: 'keep' },
  { words: 'Badplatsen vid', question: 'keep', theme: 'natur', stance: 'keep' },
  { words: 'Skolan kvar i', question: 'keep', theme: 'skola', stance: 'keep' },
  { words: 'Bättre väg till', question: 'want', theme: 'vagar-bredband', stance: 'want' },
  { words: 'Byalaget i', question: 'keep', theme: 'gemenskap', stance: 'keep' },
  { words: 'Tomma hus i', question: 'leave', theme: 'centrum', stance: 'leave' },
  { words: 'Nya hyreshus i', question: 'want', theme: 'inflyttning', stance: 'want' },
  { words: 'Fritidsgård i', question: 'want', theme: 'moten-unga', stance: 'want' },
  { words: 'Distriktssköterska i', question: 'want', theme: 'vard-omsorg', stance: 'want' },
  { words: 'Elljusspåret i', question: 'keep', theme: 'kultur-fritid', stance: 'keep' },
  { words: 'Gatljus genom', question: 'want', theme: 'trygghet', stance: 'want' },
  { words: 'Stängda butiker i', question: 'leave', theme: 'service-byar', stance: 'want' },
  { words: 'Dålig täckning vid', question: 'leave', theme: 'vagar-bredband', stance: 'want' },
  { words: 'Hembygdsgården i', question: 'keep', theme: 'kultur-fritid', stance: 'keep' },
  { words: 'Äldreboende i', question: 'want', theme: 'vard-omsorg', stance: 'want' },
  { words: 'Cykelväg till', question: 'want', theme: 'vagar-bredband', stance: 'want' },
  { words: 'Lugnet i', question: 'keep', theme: 'trygghet', stance: 'keep' },
  { words: 'Badhus närmare', question: 'want', theme: 'kultur-fritid', stance: 'want' },
  { words: 'Jobb nära', question: 'want', theme: 'jobb', stance: 'want' },
]
const villages = [
  'Ånge',
  'Fränsta',
  'Ljungaverk',
  'Torpshammar',
  'Alby',
  'Östavall',
  'Erikslund',
  'Borgsjö',
  'Haverö',
  'Torp',
  'Överturingen',
  'Ljungan',
  'Johannisberg',
  'Parteboda',
  'Snöberg',
  'Viken',
  'Munkbysjön',
  'Naggen',
  'Hjältan',
  'Gimdalen',
  'Käl',
  'Boda',
  'Sillre',
  'Getterån',
]

export const shortLinesAtMost = villages.length * wishes.length

/** Short lines by residents, each another: so many of them, the same each time. */
export function shortLines(count: number): Sentence[] {
  const all = villages.flatMap((village, place) => wishes.map((wish, kind) => ({ wish, village, order: (place * 7 + kind * 11) % (villages.length * wishes.length) })))
  return all
    .sort((a, b) => a.order - b.order || (a.village < b.village ? -1 : 1))
    .slice(0, count)
    .map(({ wish, village }, index) => ({
      id: `s${index + 1}`,
      group: 'resident',
      question: wish.question,
      text: `${wish.words} ${village}`,
      register: 'telegram',
      themes: [{ theme: wish.theme, stance: wish.stance }],
      flags: [],
    }))
}
