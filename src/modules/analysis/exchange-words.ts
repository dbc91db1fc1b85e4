import { formatCount } from '#ui/format'
import type { RejectReason } from './rules/exchange.ts'

/** The columns of a sheet of codings, one coding a row. Places are in characters of the text. */
export const codingColumns = {
  statement: 'svar',
  group: 'grupp',
  question: 'fråga',
  text: 'text',
  theme: 'tema',
  stance: 'hållning',
  from: 'från',
  to: 'till',
  coder: 'kodare',
  suggestion: 'förslag',
  // Told and not read: it is of the theme, and of the answers that two read here.
  tested: 'två kodare',
} as const

export const suggestionCells = { none: 'nej', hidden: 'dolt', seen: 'sett', 'in-bulk': 'flera på en gång' } as const

export const rejectWords: Record<RejectReason, string> = {
  'unknown-statement': 'Svaret finns inte här. Andra källor tas inte in',
  'unknown-theme': 'Temat finns inte i kodboken. Lägg till det och läs in filen igen',
  'not-codable': 'Temat är en rubrik, som inte kodas själv',
  'unknown-stance': 'Hållningen är okänd. Skriv bevara, lämna, önska eller ingenting',
  'unknown-suggestion': 'Ordet i kolumnen förslag är okänt',
  'bad-span': 'Platsen finns inte i texten',
  'other-text': 'Texten är en annan än den som står här, så platserna stämmer inte',
  'set-aside': 'Svaret är lagt åt sidan här. Ta tillbaka det först',
  'too-many': 'Svaret har fler än 50 kodningar',
  'broken-row': 'Raden är trasig: för många fält eller ett citattecken som inte slutar',
  'coded-here': 'Svaret är kodat här, så det läggs inte åt sidan som brus',
  'coded-in-file': 'Filen har kodningar på svaret, så det läggs inte åt sidan som brus',
  'long-reason': 'Skälet till bruset eller citatet är längre än 300 tecken',
  'quote-of-other-text': 'Texten är en annan än den som står här, så citatet läggs inte i citatkorgen',
  'bad-quote': 'Citatets plats finns inte i texten',
  'other-quote': 'Citatet finns redan med ett annat skäl eller en annan plats. Det här ändras inte',
  'other-reason': 'Svaret ligger åt sidan med ett annat skäl, här eller tidigare i filen. Det skälet ändras inte',
  'long-memo': 'Anteckningen är längre än 4 000 tecken. Dela upp den i filen',
  'memo-of-code': 'Anteckningen hör till en kod som inte tas in',
}

export const codeOutcomeWords = {
  new: 'Ny',
  there: 'Finns redan',
  differs: 'Finns redan med andra ord. Orden här ändras inte',
  retired: 'Är inte längre i bruk här. Tas inte in',
  'no-identity': 'Saknar giltig identitet (guid) eller har samma som en annan. Tas inte in',
  'no-name': 'Saknar namn. Tas inte in',
  'too-long': 'Namnet är längre än 80 tecken, eller en text längre än 600. Tas inte in',
  'parent-refused': 'Ligger under en kod som inte tas in',
} as const
export type CodeOutcome = keyof typeof codeOutcomeWords

export const exchangeFaultWords: Record<string, string> = {
  'not-a-zip': 'Filen är skadad eller av ett annat slag. Hämta den en gång till ur verktyget',
  encrypted: 'Filen har lösenord. Spara den utan',
  'too-large-unpacked': 'Filen är för stor när den packas upp. Dela upp projektet',
  'not-xml': 'Filen går inte att läsa. Spara om den ur verktyget som REFI-QDA',
  'declares-types': 'Filen har något som ingen REFI-QDA-fil ska ha (en dokumenttyp), och läses inte',
  'not-a-codebook': 'Filen är ingen kodbok i REFI-QDA. Spara kodboken som .qdc',
  'not-a-project': 'Filen är inget projekt i REFI-QDA. Spara projektet som .qdpx',
  'too-many-codes': 'Filen har fler än 500 koder. Dela upp kodboken',
  'no-columns': 'Filen saknar kolumnen svar eller kolumnen tema. Utgå från en fil som du har hämtat här',
  'old-workbook': 'Filen är i det gamla Excelformatet eller har lösenord. Spara den som Excelarbetsbok (.xlsx) utan lösenord, eller som CSV',
  'not-a-workbook': 'Filen är ingen Excelfil. Spara den som Excelarbetsbok (.xlsx) eller CSV',
  'too-many-rows': 'Filen har fler än 20 000 rader. Dela upp den',
  'too-many-columns': 'Filen har fler än 300 kolumner. Ta bort några',
  'not-text': 'Filen går inte att läsa som text',
  'nothing-in-it': 'Filen har inga rader',
}

export const exchangeRefusals: Record<string, string> = {
  'no-file': 'Välj en fil',
  'no-reason': 'Skriv varför du behöver filen',
  'nothing-new': 'Filen har inget nytt att läsa in',
  'too-many-statements': 'Det är fler än 60 000 svar, och så många får inte plats i ett projekt. Hämta dem som CSV',
}

/** What a file can be, and what each is for. */
export const exchangeFormatWords = {
  qdpx: ['Projekt (REFI-QDA, .qdpx)', 'För NVivo, ATLAS.ti, MAXQDA, QualCoder och andra analysverktyg'],
  csv: ['CSV', 'En kodning på varje rad, semikolon mellan fälten'],
  xlsx: ['Excel', 'En kodning på varje rad'],
} as const

type TakenIn = Readonly<Record<'statements' | 'codings' | 'themes' | 'memos' | 'setAsides' | 'quotes', number>>

/** What became of a file of codings. */
export function takenInWords({ statements, codings, themes, memos, setAsides, quotes }: TakenIn): string {
  const coded = `${formatCount(statements, 'svar', 'svar')} fick ${formatCount(codings, 'kodning', 'kodningar')}.`
  const rest = [
    ...(themes > 0 ? [formatCount(themes, 'nytt tema', 'nya teman')] : []),
    ...(memos > 0 ? [formatCount(memos, 'ny minnesanteckning', 'nya minnesanteckningar')] : []),
    ...(quotes > 0 ? [formatCount(quotes, 'nytt citat i citatkorgen', 'nya citat i citatkorgen')] : []),
  ]
  const aside = setAsides > 0 && `${formatCount(setAsides, 'svar', 'svar')} lades åt sidan som brus.`
  return [coded, aside, rest.length > 0 && `Det blev ${new Intl.ListFormat('sv').format(rest)}.`, statements + setAsides + quotes > 0 && canBeUndone(themes + memos)]
    .filter(Boolean)
    .join(' ')
}

function canBeUndone(others: number): string {
  return `Kodningar, brus och citat går att ångra på en gång där du kodar.${others > 0 ? ' Teman och anteckningar finns kvar då.' : ''}`
}

/** What a file changed, as the trail tells of it. */
export function countWords({ changed, setAsides, quotes }: Readonly<Record<'changed' | 'setAsides' | 'quotes', number>>): string {
  return `${changed} kodade, ${setAsides} brus, ${quotes} citat`
}
