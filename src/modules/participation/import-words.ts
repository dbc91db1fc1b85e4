import { formatCount } from '#ui/format'
import type { SheetFault } from './read-sheet.ts'
import type { LeftOutBecause } from './rules/guess-columns.ts'
import type { RowReason } from './rules/map-answers.ts'

/** Why a column is left out, unless somebody says otherwise. */
export const leftOutWords: Record<LeftOutBecause, string> = {
  time: 'En tid. Här sparas bara dagen då svaret läses in, så att ingen kan räkna ut vem som svarade',
  address: 'En nätadress. Den pekar ut den som svarade',
  person: 'Ett namn eller något annat som pekar ut den som svarade',
  mail: 'E-post. Den pekar ut den som svarade',
  respondent: 'Ett nummer på den som svarade. Det behövs inte: rader som redan är inlästa känns igen ändå',
  machine: 'Något som systemet har lagt till',
  empty: 'Ingen rad har något här',
  unknown: 'Rubriken liknar ingen fråga i dialogen',
}

/** What is wrong with a file, and what to do. */
export const sheetFaultWords: Record<SheetFault, string> = {
  'not-a-zip': 'Filen är skadad. Hämta den en gång till ur systemet',
  'not-a-workbook': 'Filen är ingen Excelfil. Spara den som Excelarbetsbok (.xlsx) eller CSV',
  'old-workbook': 'Filen är i det gamla Excelformatet eller har lösenord. Spara den som Excelarbetsbok (.xlsx) utan lösenord, eller som CSV',
  encrypted: 'Filen har lösenord. Spara den utan',
  'too-large-unpacked': 'Filen är för stor när den packas upp. Dela upp den',
  'declares-types': 'Filen har något som ingen Excelfil ska ha, och läses inte. Öppna den i ett kalkylprogram och spara om den',
  'too-many-rows': 'Filen har fler än 20 000 rader. Dela upp den',
  'too-many-columns': 'Filen har fler än 300 kolumner. Ta bort några',
  'not-text': 'Filen går inte att läsa som text. Spara den som CSV eller Excelarbetsbok (.xlsx)',
  'nothing-in-it': 'Filen har inga svar. På första raden ska rubrikerna stå, och under dem ett svar på varje rad',
}

/** Why an import was refused, and what to do. */
export const importRefusals: Record<string, string> = {
  'not-open': 'Dialogen tar inte emot svar. Den har inte börjat, eller så stängdes den i förtid',
  'no-file': 'Välj en fil',
  'no-column': 'Säg vilken kolumn som hör till vilken fråga. Nu är ingen med',
  'nothing-to-import': 'Ingen rad går att läsa in. Läs skälen och rätta filen, eller ändra vad kolumnerna är',
  'already-imported': 'Det filen säger är redan inläst',
}

type Spoken = RowReason['problem']
const reasonWords: Record<Spoken, string | ((value: string) => string)> = {
  empty: 'raden har inget svar',
  'no-such-language': (value) => `språket ”${value}” är inget vi känner till`,
  'unclosed-quote': 'ett citattecken avslutas aldrig, så resten av filen går inte att läsa',
  'too-many-cells': 'raden har fler celler än det finns rubriker',
  required: 'svaret saknas',
  'too-long': 'texten är för lång',
  'unacceptable-characters': 'texten har tecken som inte går att spara',
  'too-many-lines': 'svaret har för många rader',
  'no-such-choice': (value) => (value === '' ? 'svaret finns inte bland valen' : `”${value}” finns inte bland valen`),
  'only-one': 'mer än ett val är gjort',
  'too-many': 'för många val är gjorda',
  'too-few': 'för få val är gjorda',
  alone: 'ett av valen går inte ihop med de andra',
  'same-rank': 'två har samma plats',
  'rank-gap': 'en plats är överhoppad',
  'not-a-number': 'svaret är inget tal',
  'not-whole': 'talet är inte helt',
  'too-small': 'talet är för litet',
  'too-large': 'talet är för stort',
  'not-a-day': 'svaret är ingen dag skriven som 2026-11-23',
  'too-early': 'dagen är för tidig',
  'too-late': 'dagen är för sen',
}

const longestShown = 80
const shortened = (text: string) => (text.length > longestShown ? `${text.slice(0, longestShown - 1).toWellFormed()}…` : text)

/** Why a row can't be taken in, each reason once, with the question it is about. */
export function reasonText(reasons: readonly RowReason[], questions: readonly { readonly key: string; readonly wording: string }[]): string {
  const texts = reasons.map(({ problem, question, value = '' }) => {
    const said = reasonWords[problem]
    const text = typeof said === 'string' ? said : said(shortened(value.trim()))
    const wording = questions.find(({ key }) => key === question)?.wording
    return wording ? `${shortened(wording)} – ${text}` : text.charAt(0).toUpperCase() + text.slice(1)
  })
  return [...new Set(texts)].join('. ')
}

/** What has been taken in, in one sentence. */
export function takenInText({ accepted, already, rejected }: { readonly accepted: number; readonly already: number; readonly rejected: number }): string {
  const rows = (count: number) => formatCount(count, 'rad', 'rader')
  return [
    `${formatCount(accepted, 'svar är inläst', 'svar är inlästa')}.`,
    already > 0 && `${rows(already)} var redan inlästa.`,
    rejected > 0 && `${rows(rejected)} gick inte att läsa in.`,
  ]
    .filter(Boolean)
    .join(' ')
}
