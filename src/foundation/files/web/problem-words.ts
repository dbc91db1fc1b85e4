import { problemTexts } from '#http/problem-words'
import type { Problem } from '#kernel/problems'

const words: Record<string, string> = {
  'no-file': 'Välj en bild',
  'not-a-file-we-take': 'Filen är ingen bild som går att ta emot. Välj en bild i PNG, JPEG eller WebP',
  'not-an-image': 'Filen är ingen bild. Välj en bild i PNG, JPEG eller WebP',
  'not-whole': 'Bilden går inte att läsa. Öppna den i ett bildprogram, spara den på nytt och välj den igen',
  'file-too-large': 'Filen är för stor. En bild får vara högst 5 MB',
  'too-many-pixels': 'Bilden är för stor. Gör den mindre, högst 12 miljoner bildpunkter, och välj den igen',
  'virus-found': 'Virusskyddet stoppade filen. Inget är sparat',
  'antivirus-unreachable': 'Virusskyddet svarar inte, så filen togs inte emot. Försök igen om en stund',
  unchanged: 'Bilden är redan kommunens logotyp',
  'not-found': 'Bilden finns inte längre. Välj den på nytt',
  'in-use': 'Bilden är kommunens logotyp nu. Ta bort den som logotyp först',
}

/** What is wrong with an upload, in words that say what to do. */
export function problemWords(refusal: { readonly refused: string; readonly problems?: readonly Problem[] }): { field: string; text: string }[] {
  return problemTexts(refusal, words)
}
