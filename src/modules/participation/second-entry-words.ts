import { sheetRefusals } from './sheet-words.ts'

/** What isn't taken in when forms are entered a second time, and what to do. */
export const secondEntryRefusals: Record<string, string> = {
  ...sheetRefusals,
  'not-all-entered': 'Alla blanketter i bunten måste vara inskrivna eller lagda åt sidan först',
  'too-large-sample': 'Så många blanketter är inte inskrivna i bunten. Skriv ett mindre tal',
  'already-drawn': 'Stickprovet är redan draget',
  'not-drawn': 'Blanketten är inte med i stickprovet. Se numren under rutan',
  'own-entry': 'Du skrev in blanketten första gången. Någon annan ska skriva in den nu',
  'entered-twice': 'Blanketten är redan inskriven en andra gång. Det som sparades då gäller',
  gone: 'Svaret är återtaget av den som svarade. Blanketten ska inte skrivas in igen',
  incomplete: 'Ingen fråga är besvarad. Skriv av det som går att läsa',
  'nothing-to-settle': 'Det finns inget kvar att avgöra på blanketten',
  'not-all-settled': 'Välj vad som gäller',
  compiled: 'Svaret är redan läst och sammanställt, så det kan inte ändras. Du kan låta den första inskrivningen gälla',
}

export const settledWords = {
  first: 'Den första gällde',
  second: 'Den andra gällde',
  other: 'Något annat stod på papperet',
  gone: 'Svaret togs tillbaka eller ändrades innan det var avgjort',
} as const
export const sheetStateWords = { waiting: 'Väntar', same: 'Lika', unsettled: 'Skiljer sig', settled: 'Avgjord', gone: 'Återtagen' } as const
