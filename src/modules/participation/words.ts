import type { RejectedRow } from './rules/answer-file.ts'

export { causeWords } from './cause-words.ts'
export { answerProblemWords } from './problem-words.ts'
export { words } from './survey-words.ts'

export const stateWords = { draft: 'Utkast', waiting: 'Öppnar senare', open: 'Öppen', closed: 'Stängd' } as const
export const kindWords = { survey: 'Enkät som alla kan svara på', notes: 'Anteckningar från grupper', opinion: 'Påståenden att ta ställning till' } as const
/** What is said of a survey instead, once codes have been made for it. */
export const forCodesWord = 'Enkät för dem som har fått en kod'
export const unitWords = { persons: 'personer', notes: 'anteckningar' } as const
export const axisWords = { place: 'platsen', workplace: 'arbetsplatsen' } as const
export const stanceWords = { keep: 'Bevara', leave: 'Lämna', want: 'Önska' } as const
/** By which way an answer came. */
export const sourceWords = {
  web: 'Den öppna sidan',
  code: 'Länk eller kod',
  paper: 'Papper',
  interview: 'Intervju',
  class: 'Skolklass',
  kiosk: 'Läsplatta på plats',
  note: 'Anteckning från grupp',
  import: 'Inläst fil',
} as const
/** What is said when an act has been done on a dialogue. */
export const doneWords = {
  texter: 'Texterna är sparade',
  oppnad: 'Du har öppnat dialogen',
  forlangd: 'Du har förlängt dialogen',
  stangd: 'Du har stängt dialogen',
} as const
export const retentionWords = { kept: 'Tas inte bort', 'when-compiled': 'Tas bort när de är sammanställda', 'after-years': 'Tas bort efter ett antal år' } as const
/** Said where answers are read in their own words. */
export const readingIsLogged = 'Svaren står här med folks egna ord. Att du läser dem skrivs upp: vem, vilken dag, vilken dialog och hur många texter.'
export const readingPageWords = {
  review: 'Granska texter',
  coding: 'Koda svar',
  export: 'Utlämning',
  original: 'Maskerade ord',
  paper: 'Dubbel inskrivning',
  notes: 'Lägg märke till',
} as const
export const purposeWords = {
  review: 'säga vad som får visas',
  coding: 'koda',
  export: 'lämna ut',
  original: 'pröva en maskering',
  audit: 'revision',
  paper: 'avgöra skillnader',
  notes: 'se lika svar',
} as const

/** What must be there before a dialogue is opened, and what to do when it isn't. */
export const gateWords = {
  statements: ['Påståenden', 'Lägg till minst tre påståenden'],
  questions: ['Frågor', 'Skriv minst en fråga'],
  information: ['Information till den som svarar', 'Skriv vad svaren är till för, vem som läser, hur länge de sparas och med vilket lagligt stöd'],
  choices: ['Något att välja på', 'Ge varje fråga med val minst två val, och bilder till bildval'],
  pictures: ['Bilder att välja på', 'En bild är raderad eller fanns aldrig. Ladda upp en ny till frågan'],
  conditions: ['Villkor som går att pröva', 'Lägg frågan som har ett villkor i en senare del än den fråga det gäller'],
  'legal-basis': ['Lagligt stöd', 'Skriv med vilket stöd i lagen ni frågar, oftast uppgift av allmänt intresse'],
  promise: ['Ett löfte', 'Skriv vad svaren ska användas till, och när folk får veta hur det gick'],
  contact: ['Någon att fråga', 'Skriv vem man kan vända sig till'],
  english: ['Frågorna på engelska', 'Skriv rubriken och alla frågor på engelska, eller ta bort engelskan helt'],
  time: ['Tid kvar att svara', 'Sista dagen har passerat. Välj en senare'],
} as const

export const refusalWords: Record<string, string> = {
  'not-a-time': 'Skriv klockslaget som 08:00. Midnatt när dagen är slut är 24:00',
  'same-key': 'Två har samma namn. Ge dem olika',
  taken: 'Det namnet används redan. Välj ett annat',
  'already-open': 'Dialogen är redan öppnad, så frågorna kan inte ändras',
  'not-ready': 'Dialogen kan inte öppnas än. Något saknas',
  'not-open': 'Dialogen är inte öppen',
  incomplete: 'Skriv minst en sak',
  stale: 'Någon annan har ändrat utkastet medan du skrev. Det du skrev finns kvar här under',
  'one-person-each': 'Gruppen räknas i personer: skriv in en person i taget',
  'threshold-too-low': 'Gränsen kan höjas, aldrig sänkas. Den är minst 5, för barn minst 10',
  'too-many-lines': 'Det är för många rader. Dela upp anteckningen',
  'nothing-chosen': 'Välj minst ett yttrande',
  'no-cause': 'Välj skälet i listan',
  'no-own-words': 'Skriv skälet med egna ord',
  'in-swedish': 'Texten är på svenska och behöver ingen översättning',
  'reviewed-since': 'Någon annan har granskat en text medan du läste. Inget är sparat. Läs hur den står nu och markera igen',
  'picture-in-use': 'Bilden finns i en enkät som har öppnats, så den kan inte raderas. Den som läser svaren ska kunna se vad man valde mellan',
  'one-at-a-time': 'Ändrad text kan bara ges åt ett yttrande i taget',
}

/** Why a line of a file was left out. */
export const rejectionWords: Record<RejectedRow['reason'], string> = {
  empty: 'raden har inget svar',
  'too-long': 'en text är längre än 2 000 tecken',
  'unacceptable-characters': 'en text har tecken som inte går att spara',
  'too-many-lines': 'ett svar har fler än 60 rader på en fråga',
  'label-too-long': 'etiketten är längre än 120 tecken',
  'unknown-question': 'frågan finns inte i dialogen',
  'unknown-group': 'gruppen finns inte i processen',
  'not-a-number': 'antalet personer är inget helt tal från 1 till 10 000',
  'one-person-each': 'gruppen räknas i personer, så det kan bara stå 1',
  twice: 'samma id finns på en tidigare rad',
  'too-many-cells': 'raden har fler celler än det finns rubriker',
  'unclosed-quote': 'ett citattecken avslutas aldrig, så resten av filen går inte att läsa',
  'not-json': 'raden är inte ett JSON-objekt',
}
