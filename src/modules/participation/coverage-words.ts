import type { Channel } from './rules/coverage-advice.ts'
import type { Asked, Mismatch } from './rules/match-background.ts'
import type { TableProblem } from './rules/population-rows.ts'

/** What is wrong with a line of a table, and with what. */
export const tableProblemWords: Record<TableProblem['problem'], (text: string) => string> = {
  'not-an-age': (text) => `”${text}” är ingen ålder. Skriv till exempel 16, 16–24 eller 65+`,
  'not-a-sex': (text) => `”${text}” är inget kön. Skriv kvinnor, män eller totalt`,
  'no-count': (text) => (text.trim() === '' ? 'antalet saknas' : `”${text}” är inget antal`),
  'not-whole': (text) => `”${text}” är inget helt antal personer`,
  twice: (text) => `${text} finns på en tidigare rad`,
  'relation-crossed': (text) => `raden säger både relationen ”${text}” och plats, ålder eller kön. Skriv hur många som har relationen på en egen rad`,
  overlapping: (text) => `åldrarna ${text} går in i varandra. Ta bort den ena indelningen`,
  nothing: () => 'tabellen har inga rader',
  'no-count-column': () => 'det finns ingen kolumn för antal. Kalla den antal',
  'unknown-column': (text) => `kolumnen ”${text}” känner vi inte till. Kolumnerna heter plats, ålder, kön, relation och antal. Ta bort den`,
  'column-twice': (text) => `kolumnen ”${text}” säger samma sak som en kolumn före`,
  'too-many-cells': () => 'raden har fler celler än det finns rubriker',
  'unclosed-quote': () => 'ett citattecken avslutas aldrig, så resten går inte att läsa',
  'too-long': (text) => `namnet är för långt: ${text} …`,
  'not-json-stat': () => 'texten börjar som JSON men är ingen tabell i JSON-stat 2',
  'wrong-size': (text) => `tabellen säger att den har ${text} värden, men det har den inte`,
  'unknown-dimension': (text) => `tabellen är också uppdelad efter ”${text}”. Hämta den utan den uppdelningen`,
}

export const populationRefusalWords: Record<string, string> = {
  'already-added': 'Den här tabellen finns redan, tal för tal. Inget har sparats',
  'too-long': 'Tabellen är för stor. Ta med färre åldrar eller slå ihop dem till femårsgrupper',
}

export const sexWords = { women: 'kvinnor', men: 'män' } as const
export const askedWords: Record<Asked, string> = { place: 'plats', age: 'ålder', gender: 'kön' }

/** Which way of asking fits a group that is missing. */
export function channelWords(channel: Channel, place: string | null): string {
  const where = place === null ? '' : ` i ${place}`
  return {
    paper: `Lägg enkäten på papper på biblioteket, hos hemtjänsten och på träffpunkter${where}.`,
    class: `Be skolan svara klassvis${where}, på lektionstid.`,
    workplaces: `Fråga på arbetsplatser och förskolor${where}.`,
    poster: `Sätt upp affischer${where} med länk och QR-kod: i affären, vid busshållplatsen, i bygdegården.`,
    associations: 'Be föreningar som når gruppen att sprida länken.',
  }[channel]
}

/** What can't be compared, or only in part. */
export function mismatchWords(mismatch: Mismatch): string {
  switch (mismatch.why) {
    case 'not-asked':
      return `Enkäten har ingen bakgrundsfråga om ${askedWords[mismatch.of]}.`
    case 'not-in-table':
      return `Befolkningstabellen är inte uppdelad efter ${askedWords[mismatch.of]}.`
    case 'not-choices':
      return `Frågan om ${askedWords[mismatch.of]} har inga svar att välja på, så de kan inte räknas i grupper.`
    case 'not-exact':
      return `Tabellen räknar ${mismatch.table} år tillsammans, men enkäten frågar efter ${mismatch.asked} år. Det går inte att dela upp exakt, så åldrarna jämförs inte. Lägg till en tabell i ettårsklasser.`
    case 'ages-missing':
      return `Tabellen har inte alla i åldern ${mismatch.asked} år, så åldrarna jämförs inte.`
    case 'ages-overlap':
      return `Enkätens åldrar går in i varandra vid ${mismatch.asked} år, så de jämförs inte.`
    case 'unknown-choices':
      return `Svaren ${inWords(mismatch.names)} finns inte i tabellen. De räknas för sig.`
    case 'not-offered':
      return `I tabellen finns ${inWords(mismatch.names)}, som inte går att välja i enkäten. De som bor där är inte med i jämförelsen av platser.`
  }
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} och ${names.at(-1)}`
}

export const coverageTitles = { sex: 'Kön', age: 'Ålder', place: 'Plats', 'place-age': 'Plats och ålder' } as const
export const chanceWords = { chance: 'kan vara slump', fewer: 'för få för att vara slump', more: 'för många för att vara slump' } as const
